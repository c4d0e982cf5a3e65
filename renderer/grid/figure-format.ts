import { formatDay, mondayOf, weekdayOf, type CalendarDay } from '#core/base/calendar-day.ts';

/** Writes figures and days as the locale does. Texts for cells are made for the rows in view only. */
export interface FigureFormat {
  readonly locale: string;
  /** A quantity with as many digits after the decimal sign as it has, up to `decimals`; zero is a dash. */
  quantity(value: number, decimals: number): string;
  /** With its sign, for changes and terms of a sum. */
  signed(value: number, decimals: number): string;
  /** Two digits; zero is a dash. */
  money(value: number): string;
  count(value: number): string;
  /** 5 Jan, with the year where it is not that of the plan day. */
  day(day: CalendarDay): string;
  /** Mon 5 Jan 2026. */
  longDay(day: CalendarDay): string;
  /** ISO week, such as W02. */
  week(day: CalendarDay): string;
}

export const dash = '\u2013';

/** Formats are kept per number of decimals, because making one costs more than a thousand uses. */
export function createFigureFormat(locale: string, planDay: CalendarDay): FigureFormat {
  const quantities = new Map<number, Intl.NumberFormat>();
  const quantityFormat = (decimals: number): Intl.NumberFormat => {
    const kept = quantities.get(decimals) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
    quantities.set(decimals, kept);
    return kept;
  };
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayMonthYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const planYear = formatDay(planDay).slice(0, 4);
  return {
    locale,
    quantity: (value, decimals) => (value === 0 ? dash : quantityFormat(decimals).format(value).replace('-', '\u2212')),
    signed(value, decimals) {
      if (value === 0) return dash;
      const text = quantityFormat(decimals).format(Math.abs(value));
      return value > 0 ? `+${text}` : `\u2212${text}`;
    },
    money: (value) => (value === 0 ? dash : money.format(value).replace('-', '\u2212')),
    count: (value) => quantityFormat(0).format(value),
    day(day) {
      const format = formatDay(day).startsWith(planYear) ? dayMonth : dayMonthYear;
      return format.format(day * 86_400_000);
    },
    longDay: (day) => long.format(day * 86_400_000),
    week: (day) => `W${String(isoWeekOf(day)).padStart(2, '0')}`,
  };
}

/** The ISO week: week 1 holds the year's first Thursday. @example isoWeekOf(20458) === 2 */
export function isoWeekOf(day: CalendarDay): number {
  const thursday = day - weekdayOf(day) + 3;
  const year = Number(formatDay(thursday).slice(0, 4));
  const fourthOfJanuary = Date.UTC(year, 0, 4) / 86_400_000;
  return Math.round((mondayOf(day) - mondayOf(fourthOfJanuary)) / 7) + 1;
}
