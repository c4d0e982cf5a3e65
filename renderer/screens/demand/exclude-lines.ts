import type { DemandLineList } from '#core/contract/schemas.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';

export type DemandLine = DemandLineList['lines'][number];

const daysPerWeek = 7;

/** Whether the forecast counts a line, or would but for the plan: only of such lines a planner has something to say. Does not throw. */
export function canExclude({ meta }: Pick<Frame, 'meta'>, { day, alike }: DemandLine): boolean {
  return alike > 0 && day >= meta.historyFirstDay && day < meta.historyFirstDay + daysPerWeek * meta.historyWeeks;
}

/** What goes with a word on lines. */
export interface ExclusionTerms {
  readonly itemId: string;
  readonly siteId: string;
  readonly reason: string;
  readonly owner: string;
}

/** Whether lines are to be counted again: where all of them are excluded, else the rest of them is to be excluded too. Does not throw. */
export function areAllExcluded(lines: readonly DemandLine[]): boolean {
  return lines.length > 0 && lines.every(({ excludedBy }) => excludedBy === 'plan');
}

/**
 * The changes that exclude lines, or count them again where all are excluded; one for lines of the same day and size, for which a
 * word holds together (SCN-15). Does not throw.
 */
export function exclusionChanges(lines: readonly DemandLine[], terms: ExclusionTerms): HistoryExclusion[] {
  const isExcluded = !areAllExcluded(lines);
  const wanted = new Map<string, HistoryExclusion>();
  for (const { day, qty, alike, excludedBy } of lines) {
    if (isExcluded && excludedBy === 'plan') continue;
    const reason = isExcluded ? terms.reason : '';
    wanted.set(`${day} ${qty}`, { kind: 'history.exclude', ...terms, day, qty, lines: alike, isExcluded, reason });
  }
  return [...wanted.values()];
}
