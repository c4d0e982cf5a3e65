import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { PlaceHistory } from '#core/backend/store/cache-store.ts';
import type { DemandLineList } from '#core/contract/schemas.ts';
import { cleanseLines, lineTreatments } from '#core/demand/cleansing/cleanse-lines.ts';
import { notKnown } from '#core/demand/cleansing/demand-lines.ts';
import { streamOf } from '#core/demand/cleansing/demand-stream.ts';
import type { LineExclusion } from '#core/demand/cleansing/exclusion-index.ts';
import { gatherLines } from '#core/demand/cleansing/gather-lines.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';

/** A line of the history of one item-location and what became of it. */
export type JudgedLine = Omit<DemandLineList['lines'][number], 'alike'>;

/**
 * Judges the lines of an item-location before the plan day (rules DEM-80 to DEM-83, SCN-15), in their order: whether each counts, and
 * if not, on whose word. What the data excludes stands before `planned`, the exclusions of the scenario at the place. O(n log n),
 * does not throw.
 */
export function judgeDemandLines(history: PlaceHistory, planned: readonly HistoryExclusion[]): JudgedLine[] {
  const rows = history.lines.flatMap((row) => {
    const stream = streamOf(row.kind, row.qty);
    return stream === undefined || row.date >= history.planDay ? [] : [{ ...row, qty: Math.abs(row.qty), stream }];
  });
  const lines = gatherLines(
    rows.map(({ date, qty, stream, customer_id: customer, channel }) => ({
      place: 0,
      day: date,
      qty,
      stream,
      customer,
      channel,
    })),
  );
  const exclusions: LineExclusion[] = [
    ...history.exclusions.map((row) => ({ place: 0, day: row.date, qty: Math.abs(row.qty), customer: row.customer_id })),
    ...planned.map(({ day, qty }) => ({ place: 0, day, qty, customer: null })),
  ];
  const { treatment, partner, exclusion, outliers } = cleanseLines(lines, { exclusions });
  const limits = new Map(outliers.map(({ line, limit }) => [line, limit]));
  return rows.map(({ date, qty, stream, channel, customer_id: customer }, line) => {
    const place = exclusion[line] ?? notKnown;
    return {
      ...{ day: date, qty, stream, channel, customer },
      treatment: lineTreatments[treatment[line] ?? 0] ?? 'kept',
      ...wordOf(place, history, planned),
      partnerDay: partnerDayOf(rows[partner[line] ?? notKnown]),
      limitQty: limits.get(line) ?? null,
    };
  });
}

/** Whose word excludes a line, and why. */
function wordOf(
  place: number,
  { exclusions }: PlaceHistory,
  planned: readonly HistoryExclusion[],
): Pick<JudgedLine, 'excludedBy' | 'reason' | 'owner'> {
  const byData = exclusions[place];
  if (byData) return { excludedBy: 'data', reason: byData.reason ?? '', owner: byData.excluded_by ?? '' };
  const byPlan = planned[place - exclusions.length];
  if (byPlan) return { excludedBy: 'plan', reason: byPlan.reason, owner: byPlan.owner };
  return { excludedBy: null, reason: '', owner: '' };
}

function partnerDayOf(partner: { readonly date: CalendarDay } | undefined): CalendarDay | null {
  return partner?.date ?? null;
}

/** For how many lines of a day and size the word of a planner holds, by `lineKey`: those that count, or would but for it. Does not throw. */
export function countAlike(lines: readonly JudgedLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.treatment !== 'kept' && line.excludedBy !== 'plan') continue;
    counts.set(lineKey(line), (counts.get(lineKey(line)) ?? 0) + 1);
  }
  return counts;
}

/** What a word of a planner names a line by. */
export function lineKey({ day, qty }: Pick<JudgedLine, 'day' | 'qty'>): string {
  return `${day} ${qty}`;
}
