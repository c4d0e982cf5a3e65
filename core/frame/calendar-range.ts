import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Manifest } from '#core/model/package/manifest.ts';
import type { PackageRow } from '#core/model/package/package-tables.ts';
import type { LocationLane } from './close-network.ts';

/** The days over which calendars are laid out; outside them every day counts as open. */
export interface CalendarRange {
  readonly firstDay: CalendarDay;
  readonly span: number;
}

/** A quarter, for what holidays add. */
const margin = 92;

/**
 * From a quarter before the plan day to the end of the horizon plus the longest lead time on the calendar with the fewest
 * open days a week: working-day lead times stretch over week ends and holidays. Does not throw.
 *
 * @example calendarRange({ planDay: 100, horizonDays: 28, currency: 'EUR' }, [], []) → { firstDay: 8, span: 212 }
 */
export function calendarRange(
  manifest: Manifest,
  lanes: readonly LocationLane[],
  calendars: readonly Pick<PackageRow<'calendars'>, 'weekdays'>[],
): CalendarRange {
  const longest = lanes.reduce((most, lane) => Math.max(most, lane.row.lead_time_days), 0);
  const openDays = calendars.map(({ weekdays }) => weekdays.replaceAll('0', '').length).filter((days) => days > 0);
  const stretch = Math.ceil(7 / Math.min(7, ...openDays)) + 1;
  return { firstDay: manifest.planDay - margin, span: margin + manifest.horizonDays + Math.max(3, stretch) * longest + margin };
}
