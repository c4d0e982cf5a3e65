import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Manifest } from '#core/model/package/manifest.ts';
import type { LocationLane } from './close-network.ts';

/** The days over which calendars are laid out; outside them every day counts as open. */
export interface CalendarRange {
  readonly firstDay: CalendarDay;
  readonly span: number;
}

/**
 * From a quarter before the plan day to the end of the horizon plus three times the longest lead time: working-day lead
 * times stretch over week ends and holidays. Does not throw.
 */
export function calendarRange(manifest: Manifest, lanes: readonly LocationLane[]): CalendarRange {
  const longest = lanes.reduce((most, lane) => Math.max(most, lane.row.lead_time_days), 0);
  const before = 92;
  return { firstDay: manifest.planDay - before, span: before + manifest.horizonDays + 3 * longest + 92 };
}
