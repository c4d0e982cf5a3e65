import type { CalendarDay } from '#core/base/calendar-day.ts';

/** What `manifest.json` says of a package, read. */
export interface Manifest {
  readonly planDay: CalendarDay;
  readonly horizonDays: number;
  /** The currency in which totals over companies are shown. */
  readonly currency: string;
}

export const manifestFormat = 'planning-package';
export const manifestVersion = 1;
