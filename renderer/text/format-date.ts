import { weekdayOf, type CalendarDay } from '#core/base/calendar-day.ts';
import { notSet } from '#core/frame/frame-layout.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const millisecondsPerDay = 86_400_000;

/** A day, short and unambiguous; not set is empty. @example formatShortDay(20458) // 'Mon 5 Jan 26' */
export function formatShortDay(day: CalendarDay): string {
  if (day === notSet) return '';
  const date = new Date(day * millisecondsPerDay);
  const year = String(date.getUTCFullYear() % 100).padStart(2, '0');
  return `${weekdays[weekdayOf(day)] ?? ''} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${year}`;
}

/** A day on an axis. @example formatAxisDay(20458) // '5 Jan' */
export function formatAxisDay(day: CalendarDay): string {
  const date = new Date(day * millisecondsPerDay);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

/** A point in time for people: the hour today, the date and the hour before. `now` and the zone are the reader's. */
export function formatMoment(timestamp: string, now: Date): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return '';
  const time = `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
  if (moment.toDateString() === now.toDateString()) return time;
  return `${moment.getDate()} ${months[moment.getMonth()] ?? ''} ${time}`;
}
