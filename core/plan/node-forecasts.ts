import { toGrains } from '#core/base/quantity.ts';
import { codeOf, forecastStreams } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { overrideStateOf } from '#core/model/scenario/override-state.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import type { FrameLookup } from './frame-lookup.ts';

/** Buckets of given forecasts, as a frame holds them: first day, length in days, grains, code of the stream. */
export type ForecastRows = Pick<Frame, 'forecastDay' | 'forecastDays' | 'forecastQty' | 'forecastStream'>;

/** The buckets of the nodes whose forecast was typed over: those of the frame, then what was typed. */
export interface NodeForecasts extends ForecastRows {
  /** Ascending. */
  readonly node: Uint32Array;
  /** Where the rows of each node begin, and at last where they end. */
  readonly start: Uint32Array;
}

/** Nothing was typed over. */
export const noNodeForecasts: NodeForecasts = {
  node: new Uint32Array(0),
  start: new Uint32Array(1),
  forecastDay: new Int32Array(0),
  forecastDays: new Uint16Array(0),
  forecastQty: new Float64Array(0),
  forecastStream: new Uint8Array(0),
};

const override = codeOf(forecastStreams, 'override');

/**
 * Resolves overrides of the forecast against a frame (PLN-37). Those that are not in force on its plan day and those of an
 * unknown item-location are left out. O(overrides + buckets of their nodes), does not throw.
 *
 * @example resolveForecasts(frame, lookup, []) === noNodeForecasts
 */
export function resolveForecasts(frame: Frame, lookup: FrameLookup, overrides: readonly ForecastOverride[]): NodeForecasts {
  const typed = new Map<number, { readonly day: number; readonly grains: number }[]>();
  for (const change of overrides) {
    const node = lookup.nodeOf(change.itemId, change.siteId);
    if (node === notSet || change.qty === null || overrideStateOf(change, frame.meta.planDay) !== 'inForce') continue;
    const grains = toGrains(change.qty, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
    const ofNode = typed.get(node);
    if (ofNode) ofNode.push({ day: change.weekDay, grains });
    else typed.set(node, [{ day: change.weekDay, grains }]);
  }
  if (typed.size === 0) return noNodeForecasts;

  const node = Uint32Array.from(typed.keys()).sort();
  const start = new Uint32Array(node.length + 1);
  node.forEach((each, index) => {
    const given = (frame.forecastStart[each + 1] ?? 0) - (frame.forecastStart[each] ?? 0);
    start[index + 1] = (start[index] ?? 0) + given + (typed.get(each)?.length ?? 0);
  });
  const rows = start[node.length] ?? 0;
  const forecasts: NodeForecasts = {
    node,
    start,
    forecastDay: new Int32Array(rows),
    forecastDays: new Uint16Array(rows),
    forecastQty: new Float64Array(rows),
    forecastStream: new Uint8Array(rows),
  };
  let row = 0;
  for (const each of node) {
    const end = frame.forecastStart[each + 1] ?? 0;
    for (let given = frame.forecastStart[each] ?? 0; given < end; given += 1, row += 1) {
      forecasts.forecastDay[row] = frame.forecastDay[given] ?? 0;
      forecasts.forecastDays[row] = frame.forecastDays[given] ?? 0;
      forecasts.forecastQty[row] = frame.forecastQty[given] ?? 0;
      forecasts.forecastStream[row] = frame.forecastStream[given] ?? 0;
    }
    for (const { day, grains } of typed.get(each) ?? []) {
      forecasts.forecastDay[row] = day;
      forecasts.forecastDays[row] = 7;
      forecasts.forecastQty[row] = grains;
      forecasts.forecastStream[row] = override;
      row += 1;
    }
  }
  return forecasts;
}

const noRows: ReadonlyMap<number, number> = new Map();

/** The position of each node in `node`. Does not throw. @example positionsOf(noNodeForecasts).size === 0 */
export function positionsOf({ node }: NodeForecasts): ReadonlyMap<number, number> {
  return node.length === 0 ? noRows : new Map(Array.from(node, (each, position) => [each, position]));
}
