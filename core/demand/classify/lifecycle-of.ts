/** Where an item stands in its life; the position is the code. */
export const lifecycles = ['unsold', 'new', 'active', 'ended'] as const;

/** The limits of a lifecycle. */
export interface LifecycleParameters {
  /** An item is new while its first demand lies at most this many periods back. */
  readonly newPeriods: number;
  /** An item has ended when the periods since its last demand exceed this many mean intervals; default 3. */
  readonly silentIntervals?: number;
}

/**
 * Where an item stands in its life, as a position in `lifecycles` (rule DEM-53). The interval is that between its first
 * and its last demand, since the silence it is compared with must not lengthen it; of a single demand there is none, and
 * such an item is new or active. A value at or below 0 is a period without demand. Does not throw.
 * Source: the rule of three intervals is a convention of planning practice; Teunter, Syntetos and Babai 2011 on obsolescence.
 *
 * @example lifecycleOf(Float64Array.of(5, 0, 5, 0, 5, 0, 0, 0, 0, 0, 0, 0), { newPeriods: 4 }) === 3 (ended)
 */
export function lifecycleOf(values: Float64Array, { newPeriods, silentIntervals = 3 }: LifecycleParameters): number {
  let demands = 0;
  let first = 0;
  let last = 0;
  for (let period = 0; period < values.length; period += 1) {
    if (!((values[period] ?? 0) > 0)) continue;
    if (demands === 0) first = period;
    demands += 1;
    last = period;
  }
  if (demands === 0) return 0;
  const silence = values.length - 1 - last;
  if (demands > 1 && silence > (silentIntervals * (last - first)) / (demands - 1)) return 3;
  return values.length - first <= newPeriods ? 1 : 2;
}
