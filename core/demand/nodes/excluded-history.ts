import type { Frame } from '#core/frame/frame-layout.ts';

/** Demand that is not counted in one week of the history. */
export interface ExcludedWeek {
  /** From the first week of the history on. */
  readonly week: number;
  readonly grains: number;
}

/** What planners have taken out of the history, by node; the weeks of a node ascend. Plain data: it crosses to workers as it is. */
export type ExcludedHistory = ReadonlyMap<number, readonly ExcludedWeek[]>;

/** Every line counts. */
export const nothingExcluded: ExcludedHistory = new Map();

/**
 * The weekly history of nodes [firstNode, endNode) in grains, row by row as in the frame, without what is excluded (rule DEM-106): a
 * week is never below 0, and an unknown one stays unknown. The frame's own column where nothing of these nodes is excluded. Does not throw.
 *
 * @example historyWithout({ meta: { historyWeeks: 2 }, historyQty: Float32Array.of(9, 4) }, 0, 1, new Map([[0, [{ week: 0, grains: 5 }]]])) is [4, 4]
 */
export function historyWithout(
  {
    meta: { historyWeeks: weeks },
    historyQty,
  }: Pick<Frame, 'historyQty'> & { readonly meta: Pick<Frame['meta'], 'historyWeeks'> },
  firstNode: number,
  endNode: number,
  excluded: ExcludedHistory,
): Float32Array {
  const given = historyQty.subarray(firstNode * weeks, endNode * weeks);
  let rows: Float32Array | undefined;
  for (const [node, ofNode] of excluded) {
    if (node < firstNode || node >= endNode) continue;
    rows ??= given.slice();
    for (const { week, grains } of ofNode) {
      const at = (node - firstNode) * weeks + week;
      rows[at] = Math.max(0, (rows[at] ?? 0) - grains);
    }
  }
  return rows ?? given;
}
