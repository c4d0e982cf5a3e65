import { lifecycleOf, lifecycles, type LifecycleParameters } from '#core/demand/classify/lifecycle-of.ts';

/** When a series lives, and why it is believed to. */
export interface SeriesLife {
  readonly stage: (typeof lifecycles)[number];
  /** Periods before the first demand, which are no history of the item. */
  readonly trimmed: number;
  /** Periods from the first demand on of which the demand is unknown. */
  readonly unknown: number;
  /** Periods with demand. */
  readonly demands: number;
  /** Known periods since the last demand. */
  readonly silence: number;
  /** Mean known periods from one demand to the next; NaN with fewer than two. */
  readonly interval: number;
}

/**
 * When a series lives (rule DEM-90): what lies before the first demand is trimmed, and the end is found as in `lifecycleOf`, by
 * known periods alone, since an item that cannot be bought is silent without having ended. Values are demand per period, NaN where
 * unknown. O(values), does not throw.
 * Source: as `lifecycleOf`.
 *
 * @example seriesLife(Float64Array.of(0, 5, NaN, 5, 0), { newPeriods: 3 }) is { stage: 'active', trimmed: 1, unknown: 1,
 *   demands: 2, silence: 1, interval: 1 }
 */
export function seriesLife(values: Float64Array, parameters: LifecycleParameters): SeriesLife {
  const start = values.findIndex((value) => value > 0);
  const trimmed = start < 0 ? values.length : start;
  const lived = values.subarray(trimmed);
  const known = lived.filter((value) => !Number.isNaN(value));
  let demands = 0;
  let last = -1;
  known.forEach((value, period) => {
    if (!(value > 0)) return;
    demands += 1;
    last = period;
  });
  // A new item is new by the calendar, also while its demand is unknown; an ended one by what is known.
  const byKnown = lifecycleOf(known, { ...parameters, newPeriods: parameters.newPeriods - (lived.length - known.length) });
  return {
    stage: lifecycles[byKnown] ?? 'unsold',
    trimmed,
    unknown: lived.length - known.length,
    demands,
    silence: known.length - 1 - last,
    interval: demands > 1 ? last / (demands - 1) : NaN,
  };
}
