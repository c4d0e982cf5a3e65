import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { ForecastOverride } from './fold-scenario.ts';

/** `inForce`: planned with. `expired`: not any more. `past`: it held when its week began, and the week is over. */
export type OverrideState = 'inForce' | 'expired' | 'past';

/**
 * What an override of the forecast is on a plan day (SCN-11). An override that expires during its week ends with that day, and is
 * past once the week is over. Does not throw.
 *
 * @example overrideStateOf({ weekDay: 107, expiresOn: 99 }, 100) === 'expired'
 */
export function overrideStateOf(
  { weekDay, expiresOn }: Pick<ForecastOverride, 'weekDay' | 'expiresOn'>,
  planDay: CalendarDay,
): OverrideState {
  const isOver = weekDay + 7 <= planDay;
  if (expiresOn !== null && expiresOn < (isOver ? weekDay : planDay)) return 'expired';
  return isOver ? 'past' : 'inForce';
}
