import type { Frame } from './frame-layout.ts';

/**
 * The calendar days that a lane of a node takes from the plan day on: its lead time, where that is in working days with the closed
 * days of the destination's calendar between them, as an order placed on the plan day is dated (PLN-7). Outside the span of the
 * calendars every day is open. O(days), does not throw.
 *
 * @example const weekdays = Uint8Array.from({ length: 28 }, (_, day) => (day % 7 < 5 ? 1 : 0));
 *   const week = { meta: { planDay: 0, calendarFirstDay: 0, calendarSpan: 28 }, calendarOpen: weekdays };
 *   const lane = { laneLeadTimeDays: [10], laneWorkingDays: [1], nodeSite: [0], siteCalendar: [0] };
 *   calendarLeadDays({ ...week, ...lane }, 0, 0) === 14
 */
export function calendarLeadDays(frame: Frame, node: number, lane: number): number {
  const leadTimeDays = frame.laneLeadTimeDays[lane] ?? 0;
  if (frame.laneWorkingDays[lane] !== 1) return leadTimeDays;
  const { planDay, calendarFirstDay, calendarSpan } = frame.meta;
  const first = (frame.siteCalendar[frame.nodeSite[node] ?? 0] ?? 0) * calendarSpan;
  let days = 0;
  for (let open = 0; open < leadTimeDays; days += 1) {
    const at = planDay + days + 1 - calendarFirstDay;
    if (at < 0 || at >= calendarSpan || frame.calendarOpen[first + at] === 1) open += 1;
  }
  return days;
}
