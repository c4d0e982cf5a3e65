import { AppError } from './app-error.ts';

/** A calendar day as whole days since 1970-01-01; no time zone, no clock. */
export type CalendarDay = number;

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
 * Writes a day as an ISO date, years 0 to 9999. Does not throw. Files hold millions of dates, and a Date object for each
 * costs ten times as much. Source: Hinnant, chrono-compatible low-level date algorithms, civil_from_days.
 *
 * @example formatDay(20458) === '2026-01-05'
 */
export function formatDay(day: CalendarDay): string {
  // Years begin in March, so that the leap day is the last; eras are 400 years of 146,097 days.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
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
