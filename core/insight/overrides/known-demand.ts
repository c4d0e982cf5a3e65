import type { CalendarDay } from '#core/base/calendar-day.ts';
import { fromGrains } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/**
 * The demand of a node in the seven days from `firstDay` on, in stock units, out of the weeks of its history; null where they do not
 * cover them or the demand of one is unknown. Seven days that are no week of the history have their share of two, by days, as
 * a week's forecast is spread (PLN-4). Does not throw.
 *
 * @example knownDemand({ meta: { historyWeeks: 2, historyFirstDay: 0 }, historyQty: [70000, 140000], nodeItem: [0],
 *   itemDecimals: [0] }, 0, 3) === 100 (4/7 of 70 and 3/7 of 140)
 */
export function knownDemand(frame: Frame, node: number, firstDay: CalendarDay): number | null {
  const { historyWeeks, historyFirstDay } = frame.meta;
  const offset = firstDay - historyFirstDay;
  const week = Math.floor(offset / 7);
  const daysOfNext = offset - 7 * week;
  const last = daysOfNext === 0 ? week : week + 1;
  if (week < 0 || last >= historyWeeks) return null;
  const first = frame.historyQty[node * historyWeeks + week] ?? 0;
  const next = frame.historyQty[node * historyWeeks + last] ?? 0;
  const grains = (first * (7 - daysOfNext) + next * daysOfNext) / 7;
  if (Number.isNaN(grains)) return null;
  return fromGrains(grains, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
}
