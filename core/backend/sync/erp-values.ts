import { tryParseDay, type CalendarDay } from '#core/base/calendar-day.ts';

/** The ERP writes false for what is not set. */
type Body = Readonly<Record<string, unknown>>;

export function textOf(body: Body, field: string): string | null {
  const value = body[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(body: Body, field: string): number {
  return Number(body[field] ?? 0);
}

/** The id of a record referred to, 0 where there is none. */
export function refOf(body: Body, field: string): number {
  const value = body[field];
  return typeof value === 'number' ? value : 0;
}

/** The day of a date or of a time in UTC. */
export function dayOf(body: Body, field: string): CalendarDay | null {
  const text = textOf(body, field);
  return text === null ? null : (tryParseDay(text.slice(0, 10)) ?? null);
}
