import { AppError } from './app-error.ts';

/** A calendar day as whole days since 1970-01-01; no time zone, no clock. */
export type CalendarDay = number;

const millisecondsPerDay = 86_400_000;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar, counted in whole numbers: `Date.UTC` takes the
 * years 0 to 99 for 1900 to 1999, and is slower over millions of rows.
 */
function countDays(year: number, month: number, date: number): CalendarDay {
  // Years that begin in March put the leap day last, so that days before a month follow one straight line.
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + date - 1 - 719_468;
}

/**
 * Reads an ISO date, or returns undefined where the text is no real day (such as 2026-02-30).
 *
 * @example tryParseDay('2026-01-05') === 20458
 */
export function tryParseDay(text: string): CalendarDay | undefined {
  const match = isoDate.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const length = month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
  return date < 1 || date > length ? undefined : countDays(year, month, date);
}

/**
 * Reads an ISO date. Errors: `input.invalid` where the text is no real day.
 *
 * @example parseDay('1970-01-02') === 1
 */
export function parseDay(text: string): CalendarDay {
  const day = tryParseDay(text);
  if (day === undefined) throw new AppError('input.invalid', `"${text}" is not a date. Write it as 2026-01-05.`);
  return day;
}

/**
 * Writes a day as an ISO date. Does not throw.
 *
 * @example formatDay(20458) === '2026-01-05'
 */
export function formatDay(day: CalendarDay): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/**
 * The day of the week, Monday = 0 to Sunday = 6, as calendars.csv counts them. Does not throw.
 *
 * @example weekdayOf(parseDay('2026-01-05')) === 0
 */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday on or before a day. Does not throw. @example mondayOf(parseDay('2026-01-07')) === parseDay('2026-01-05') */
export function mondayOf(day: CalendarDay): CalendarDay {
  return day - weekdayOf(day);
}
