import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { WorkCalendars } from '#core/plan/work-calendar.ts';

/** The first day on which a lane takes something on its way, and when that arrives. */
export interface FirstWay {
  readonly shipDay: number;
  readonly arrivalDay: number;
}

/** The first way over a lane from the plan day on; null where the lane has ended by then. Does not throw. */
export function firstWay(frame: Frame, calendars: WorkCalendars, lane: number, node: number): FirstWay | null {
  const { planDay } = frame.meta;
  const from = Math.max(planDay, frame.laneValidFrom[lane] ?? notSet);
  const shipDay = calendars.nextOpen(frame.laneCalendar[lane] ?? 0, from);
  const validTo = frame.laneValidTo[lane] ?? notSet;
  if (validTo !== notSet && shipDay > validTo) return null;
  return { shipDay, arrivalDay: arrivalAfter(frame, calendars, lane, node, shipDay) };
}

/**
 * The latest day on which to send something that is to arrive at `node` on `receiptDay`; `first` at the earliest. Does not
 * throw.
 */
export function shipDayFor(
  frame: Frame,
  calendars: WorkCalendars,
  lane: number,
  node: number,
  receiptDay: number,
  first: number,
): number {
  const leadTime = frame.laneLeadTimeDays[lane] ?? 0;
  const validTo = frame.laneValidTo[lane] ?? notSet;
  const start =
    frame.laneWorkingDays[lane] === 1
      ? calendars.subtractOpenDays(calendarOf(frame, node), receiptDay, leadTime)
      : receiptDay - leadTime;
  const latest = validTo === notSet ? start : Math.min(start, validTo);
  return Math.max(first, calendars.lastOpen(frame.laneCalendar[lane] ?? 0, latest));
}

/** When something that leaves on `shipDay` arrives. Does not throw. */
export function arrivalAfter(frame: Frame, calendars: WorkCalendars, lane: number, node: number, shipDay: number): number {
  const leadTime = frame.laneLeadTimeDays[lane] ?? 0;
  return frame.laneWorkingDays[lane] === 1
    ? calendars.addOpenDays(calendarOf(frame, node), shipDay, leadTime)
    : shipDay + leadTime;
}

function calendarOf(frame: Frame, node: number): number {
  return frame.siteCalendar[frame.nodeSite[node] ?? 0] ?? 0;
}
