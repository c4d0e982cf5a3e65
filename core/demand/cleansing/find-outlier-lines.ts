import type { DemandLines } from './demand-lines.ts';
import { sortedQuantile } from './sorted-quantile.ts';

/** When a line is unusually large. */
export interface OutlierLimits {
  /** Share of the lines of the place that are smaller; default 0.995. */
  readonly quantile?: number;
  /** How many times the median line of the place it exceeds; default 8. */
  readonly medians?: number;
  /** Places with fewer lines have no usual size; default 10. */
  readonly leastLines?: number;
}

/** A line that is unusually large for its place, and why. */
export interface OutlierLine {
  readonly line: number;
  readonly qty: number;
  readonly median: number;
  /** The larger of the two limits, which it exceeds: what the line would be cut to. */
  readonly limit: number;
}

/**
 * Flags lines that are larger than nearly all others of their place and many times the usual one (rule DEM-82); both, because the
 * largest line of a steady item is no error, and large lines are usual where demand is lumpy. It only flags: whether the order was a mistake, a
 * project or a new customer the planner knows. `isJudged` says which lines count. Largest excess first. O(n log n), does not throw.
 * Source: measured on the sales lines of a wholesaler; median and quantile because outliers move mean and deviation, Rousseeuw
 * and Croux 1993, JASA 88.
 *
 * @example const lines = Array.from({ length: 21 }, (_, day) => ({ place: 0, day, qty: day < 20 ? 10 : 500, stream: 'sale' }));
 *   findOutlierLines(gatherLines(lines), () => true) ≈ [{ line: 20, qty: 500, median: 10, limit: 451 }]
 */
export function findOutlierLines(
  lines: DemandLines,
  isJudged: (line: number) => boolean,
  { quantile = 0.995, medians = 8, leastLines = 10 }: OutlierLimits = {},
): OutlierLine[] {
  const judged: number[] = [];
  for (let line = 0; line < lines.count; line += 1) if (isJudged(line)) judged.push(line);
  judged.sort((a, b) => (lines.place[a] ?? 0) - (lines.place[b] ?? 0) || (lines.qty[a] ?? 0) - (lines.qty[b] ?? 0));
  const found: OutlierLine[] = [];
  for (let first = 0, end = 0; first < judged.length; first = end) {
    const place = lines.place[judged[first] ?? 0];
    while (end < judged.length && lines.place[judged[end] ?? 0] === place) end += 1;
    if (end - first < leastLines) continue;
    const sizes = Float64Array.from(judged.slice(first, end), (line) => lines.qty[line] ?? 0);
    const median = sortedQuantile(sizes, 0.5);
    const limit = Math.max(sortedQuantile(sizes, quantile), medians * median);
    for (let at = end - 1; at >= first; at -= 1) {
      const line = judged[at] ?? 0;
      const qty = lines.qty[line] ?? 0;
      if (!(qty > limit)) break;
      found.push({ line, qty, median, limit });
    }
  }
  const excess = ({ qty, limit }: OutlierLine): number => qty / limit;
  return found.sort((a, b) => excess(b) - excess(a) || a.line - b.line);
}
