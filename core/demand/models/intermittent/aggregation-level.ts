import { meanDemandInterval } from '#core/demand/classify/demand-intervals.ts';

/**
 * The number of periods that ADIDA sums: the mean interval between demands as a whole number, a half to the even one, and
 * at least 1. Does not throw.
 * Source: Nikolopoulos et al. 2011, Journal of the Operational Research Society 62 (the heuristic of the mean interval).
 *
 * @example aggregationLevel(Float64Array.of(0, 0, 3, 0, 0, 2, 0)) === 3
 */
export function aggregationLevel(values: Float64Array): number {
  const interval = meanDemandInterval(values);
  const below = Math.floor(interval);
  const rest = interval - below;
  const isUp = rest > 0.5 || (rest === 0.5 && below % 2 === 1);
  return Math.max(1, isUp ? below + 1 : below);
}
