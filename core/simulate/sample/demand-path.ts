import { assertNever } from '#core/base/assert-never.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { drawCounts } from './count-table.ts';
import type { DemandShape } from './demand-shape.ts';

/** The demand of one item-location over the periods: runs of periods of one shape, and what is certain beside it. */
export interface DemandPath {
  /** Run i ends before period `ends[i]`; the last one ends with the periods. */
  readonly ends: readonly number[];
  readonly shapes: readonly DemandShape[];
  /** Known demand per period, such as orders that customers have placed, or undefined where there is none. */
  readonly certain: Float64Array | undefined;
}

/**
 * The same shape in all periods. Does not throw.
 *
 * @example steadyDemand(fixedDemand(3), 100).ends is [100]
 */
export function steadyDemand(shape: DemandShape, periods: number): DemandPath {
  return { ends: [periods], shapes: [shape], certain: undefined };
}

/**
 * Draws the demand of every period into `out`, one word each. Every draw is an inversion, so it rises with its word. No
 * allocation, does not throw.
 *
 * @example const out = new Float64Array(2);
 *   drawDemand(steadyDemand(fixedDemand(3), 2), new Uint32Array(2), out);
 *   out is [3, 3]
 */
export function drawDemand({ ends, shapes, certain }: DemandPath, words: Uint32Array, out: Float64Array): void {
  let from = 0;
  for (let run = 0; run < ends.length; run += 1) {
    const end = ends[run] ?? from;
    const shape = shapes[run];
    if (shape !== undefined) drawRun(shape, words, from, end, out);
    from = end;
  }
  if (certain === undefined) return;
  for (let period = 0; period < out.length; period += 1) out[period] = (out[period] ?? 0) + (certain[period] ?? 0);
}

function drawRun(shape: DemandShape, words: Uint32Array, from: number, end: number, out: Float64Array): void {
  switch (shape.kind) {
    case 'fixed':
      out.fill(shape.mean, from, end);
      return;
    case 'counts':
      drawCounts(shape.table, words, from, end, out);
      return;
    case 'normal':
      for (let period = from; period < end; period += 1) {
        // The middle of the word's share, so that 0 and 1 are never reached.
        const quantile = normalQuantile(((words[period] ?? 0) + 0.5) / 4294967296);
        out[period] = Math.max(0, shape.mean + shape.sd * quantile);
      }
      return;
    default:
      assertNever(shape);
  }
}

/**
 * Whether any demand is left to chance. Does not throw.
 *
 * @example isRandom(steadyDemand(fixedDemand(3), 10)) === false
 */
export function isRandom({ shapes }: DemandPath): boolean {
  return shapes.some(({ kind }) => kind !== 'fixed');
}
