import { factorSteps, type ForecastViews } from './forecast-columns.ts';
import { writeNodeForecast } from './node-forecast.ts';
import { nothingRevised, type RevisedForecast } from './revise-forecast.ts';

/**
 * Shows a forecast with nodes made anew. What is shown first is `base` itself; from the first revised node on it is a copy, which
 * the next call changes in place where the two differ, so that it costs the revised nodes alone. Does not throw.
 *
 * @example createForecastOverlay('any views')(new Map()) === 'any views'
 */
export function createForecastOverlay(base: ForecastViews): (revised: RevisedForecast) => ForecastViews {
  let own: ForecastViews | undefined;
  let shown: RevisedForecast = nothingRevised;
  return (revised) => {
    if (!own && revised.size === 0) return base;
    own ??= ownNodeColumns(base);
    for (const node of shown.keys()) if (!revised.has(node)) copyNode(base, own, node);
    for (const [node, forecast] of revised) {
      if (shown.get(node) === forecast) continue;
      writeNodeForecast(own, node, forecast);
      own.forecastFactor.set(forecast.factors, node * factorSteps);
    }
    shown = revised;
    return revised.size === 0 ? base : own;
  };
}

const nodeColumns = [
  'forecastLevel',
  'forecastShaped',
  'forecastWeekly',
  'forecastSd',
  'forecastClass',
  'forecastModel',
  'forecastFactor',
] as const satisfies readonly (keyof ForecastViews)[];

/** What holds for all nodes is never revised, so it is shared. */
function ownNodeColumns(base: ForecastViews): ForecastViews {
  return { ...base, ...Object.fromEntries(nodeColumns.map((name) => [name, base[name].slice()])) };
}

function copyNode(from: ForecastViews, to: ForecastViews, node: number): void {
  const nodes = from.forecastLevel.length;
  for (const name of nodeColumns) {
    const each = from[name].length / nodes;
    to[name].set(from[name].subarray(node * each, (node + 1) * each), node * each);
  }
}
