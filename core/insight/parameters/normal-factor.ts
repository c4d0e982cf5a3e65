import { factorSteps, stepsPerFactor, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';

/**
 * The normal safety factor that stands for `factor` deviations of a node's own demand: `safetyFactor` backwards, so that Φ
 * of it is the chance that lead time and review pass without shortage (POL-51). Where the curve is level, the highest. Below
 * the least factor of the curve both fall alike; beyond its end it stays 4. Where the forecast has no deviation, demand counts
 * as normal. Does not throw.
 *
 * @example normalFactor({ forecastFactor: Float64Array.from({ length: 17 }, (_, step) => step / 2), forecastSd: [1] }, 0, 3)
 *   === 1.5 (two deviations for each of the normal)
 */
export function normalFactor({ forecastFactor, forecastSd }: ForecastViews, node: number, factor: number): number {
  if (!((forecastSd[node] ?? 0) > 0)) return factor;
  const first = node * factorSteps;
  const least = forecastFactor[first] ?? 0;
  const wanted = Math.max(factor, least);
  let step = factorSteps - 1;
  while (step > 0 && (forecastFactor[first + step] ?? 0) > wanted) step -= 1;
  const below = Math.min(0, factor - least);
  if (step === factorSteps - 1) return step / stepsPerFactor + below;
  const low = forecastFactor[first + step] ?? 0;
  const high = forecastFactor[first + step + 1] ?? 0;
  return (step + (wanted - low) / (high - low)) / stepsPerFactor + below;
}
