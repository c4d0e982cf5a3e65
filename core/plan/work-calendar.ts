import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** Steps over the open days of the frame's calendars, all in constant time. Outside their span every day is open. */
export interface WorkCalendars {
  /** The last open day on or before a day. */
  lastOpen(calendar: number, day: CalendarDay): CalendarDay;
  /** The first open day on or after a day. */
  nextOpen(calendar: number, day: CalendarDay): CalendarDay;
  /** The n-th open day after a day; n = 0 gives the day itself. */
  addOpenDays(calendar: number, day: CalendarDay, count: number): CalendarDay;
  /** The open day from which `count` open days lead to a day or before it; n = 0 gives the day itself. */
  subtractOpenDays(calendar: number, day: CalendarDay, count: number): CalendarDay;
}

/**
 * Indexes the calendars of a frame. Does not throw.
 *
 * @example with a Monday-to-Friday calendar, addOpenDays(calendar, Friday, 1) is the next Monday
 */
export function createWorkCalendars(frame: Frame): WorkCalendars {
  const { calendarFirstDay: first, calendarSpan: span } = frame.meta;
  const calendars = span === 0 ? 0 : Math.floor(frame.calendarOpen.length / span);
  /** Open days up to and including each day, and the days themselves in order. */
  const counts = new Int32Array(calendars * span);
  const openDays = new Int32Array(calendars * span);
  const totals = new Int32Array(calendars);
  /** The last open day up to each day, as it is asked for with every order. */
  const lastOpenDays = new Int32Array(calendars * span);
  for (let calendar = 0; calendar < calendars; calendar += 1) {
    let count = 0;
    let last = first - 1;
    for (let index = 0; index < span; index += 1) {
      if (frame.calendarOpen[calendar * span + index] === 1) {
        last = first + index;
        openDays[calendar * span + count] = last;
        count += 1;
      }
      counts[calendar * span + index] = count;
      lastOpenDays[calendar * span + index] = last;
    }
    totals[calendar] = count;
  }

  /** The how-many-th open day a day is, or the last open one before it. */
  function ordinalOf(calendar: number, day: CalendarDay): number {
    const index = day - first;
    if (index < 0) return index + 1;
    if (index >= span) return (totals[calendar] ?? 0) + index - span + 1;
    return counts[calendar * span + index] ?? 0;
  }
  function dayOf(calendar: number, ordinal: number): CalendarDay {
    const total = totals[calendar] ?? 0;
    if (ordinal < 1) return first - 1 + ordinal;
    if (ordinal > total) return first + span - 1 + ordinal - total;
    return openDays[calendar * span + ordinal - 1] ?? 0;
  }
  function lastOpen(calendar: number, day: CalendarDay): CalendarDay {
    const index = day - first;
    return index < 0 || index >= span ? day : (lastOpenDays[calendar * span + index] ?? 0);
  }
  return {
    lastOpen,
    nextOpen: (calendar, day) => (lastOpen(calendar, day) === day ? day : dayOf(calendar, ordinalOf(calendar, day) + 1)),
    addOpenDays: (calendar, day, count) => (count === 0 ? day : dayOf(calendar, ordinalOf(calendar, day) + count)),
    subtractOpenDays: (calendar, day, count) => (count === 0 ? day : dayOf(calendar, ordinalOf(calendar, day) - count)),
  };
}
