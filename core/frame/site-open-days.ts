import { weekdayOf, type CalendarDay } from '#core/base/calendar-day.ts';
import type { MasterData } from './read-master-data.ts';

/** Whether a site is open on a day of any year; the columns of a frame lay calendars out around the plan day only. */
export type SiteOpenDays = (site: number) => (day: CalendarDay) => boolean;

/** The days on which sites are open by their calendars, every day where a site has none. Does not throw. */
export function createSiteOpenDays(master: MasterData): SiteOpenDays {
  const exceptions = master.calendars.map(() => new Map<CalendarDay, boolean>());
  // Of two rows for one day the one that closes it comes last and holds (FRM-5).
  for (const row of master.calendarDays) {
    exceptions[master.calendarIndex.indexOf(row.calendar_id)]?.set(row.date, row.open === 1);
  }
  const byCalendar = master.calendars.map(
    (row, calendar) => (day: CalendarDay) => exceptions[calendar]?.get(day) ?? row.weekdays[weekdayOf(day)] === '1',
  );
  return (site) => byCalendar[master.calendarIndex.find(master.sites[site]?.calendar_id ?? '') ?? -1] ?? isAlwaysOpen;
}

function isAlwaysOpen(): boolean {
  return true;
}
