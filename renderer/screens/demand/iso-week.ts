import { weekdayOf, type CalendarDay } from '#core/base/calendar-day.ts';

/**
 * The number of the calendar week a day lies in, as planners count them: weeks begin on Monday, and week 1 holds the first
 * Thursday of the year. Does not throw. Source: ISO 8601.
 *
 * @example isoWeekOf(20458) === 2 // Monday 2026-01-05
 */
export function isoWeekOf(day: CalendarDay): number {
  const thursday = day - weekdayOf(day) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return Math.floor((thursday - Date.UTC(year, 0, 1) / 86_400_000) / 7) + 1;
}
