import type { PlaceHistory } from '#core/backend/store/cache-store.ts';
import type { DemandLineList } from '#core/contract/schemas.ts';
import { sortedQuantile } from '#core/demand/cleansing/sorted-quantile.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import { countAlike, judgeDemandLines, lineKey, type JudgedLine } from './judge-demand-lines.ts';

/** The most lines that are listed. */
export const mostListedLines = 2000;

/**
 * The demand lines of an item-location as the desk shows them: those that are flagged or that the scenario excludes, then the
 * newest, `mostListedLines` in all. All lines are judged, also where not all are listed. O(n log n), does not throw.
 */
export function listDemandLines(history: PlaceHistory, planned: readonly HistoryExclusion[]): DemandLineList {
  const lines = judgeDemandLines(history, planned);
  const alike = countAlike(lines);
  const kept = Float64Array.from(lines.flatMap(({ treatment, qty }) => (treatment === 'kept' ? [qty] : []))).sort();
  return {
    lines: [...lines]
      .sort((a, b) => Number(isRemarkable(b)) - Number(isRemarkable(a)) || b.day - a.day || b.qty - a.qty)
      .slice(0, mostListedLines)
      .map((line) => ({
        ...line,
        alike: line.treatment === 'kept' || line.excludedBy === 'plan' ? (alike.get(lineKey(line)) ?? 0) : 0,
      })),
    total: lines.length,
    flagged: lines.filter(({ limitQty }) => limitQty !== null).length,
    usualQty: kept.length === 0 ? null : sortedQuantile(kept, 0.5),
  };
}

function isRemarkable({ limitQty, excludedBy }: JudgedLine): boolean {
  return limitQty !== null || excludedBy === 'plan';
}
