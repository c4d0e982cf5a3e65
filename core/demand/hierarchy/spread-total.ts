import { apportion } from './apportion.ts';

/** A total that somebody has changed, and what it is made of. */
export interface ChangedTotal {
  readonly total: number;
  /** The parts as they are: leaves, or leaves by periods, in whole multiples of `step`. */
  readonly parts: ArrayLike<number>;
  /** What parts are spread by where they are all 0, such as their history; default equal. */
  readonly fallback?: ArrayLike<number>;
  /** Parts that stay as they are, as somebody has typed them; not 0 for those. */
  readonly isFixed?: ArrayLike<number>;
  /** The smallest step of a part; default 1. */
  readonly step?: number;
}

/** The parts of a changed total. */
export interface SpreadTotal {
  readonly parts: Float64Array;
  /** What could not be placed: below one step, or all that fixed parts have too much (then below 0). */
  readonly rest: number;
}

/**
 * Spreads a changed total over its parts in proportion to what they were (rule DEM-102): top-down from a family or a region, or middle-out where parts of
 * several totals are spread one by one and added up above. Whole steps, exact to the last one. Parts that are fixed keep their
 * value; the others share what is left, and are 0 where nothing is. O(parts log parts), does not throw.
 * Source: Gross and Sohl 1990, Journal of Forecasting 9 (proportional disaggregation); Hyndman and Athanasopoulos, 3rd ed., section 11.2.
 *
 * @example spreadTotal({ total: 30, parts: [6, 2, 2] }) is { parts: [18, 6, 6], rest: 0 }
 */
export function spreadTotal({ total, parts, fallback, isFixed, step = 1 }: ChangedTotal): SpreadTotal {
  const free = Array.from({ length: parts.length }, (_, part) => part).filter((part) => !isFixed?.[part]);
  const result = Float64Array.from(parts);
  let left = total;
  for (let part = 0; part < parts.length; part += 1) if (isFixed?.[part]) left -= parts[part] ?? 0;
  const own = free.map((part) => Math.max(0, parts[part] ?? 0));
  const hasOwn = own.some((value) => value > 0);
  const weights = hasOwn ? own : free.map((part) => fallback?.[part] ?? 1);
  const steps = Math.max(0, Math.floor(left / step));
  const shares = apportion(steps, weights);
  free.forEach((part, at) => (result[part] = (shares[at] ?? 0) * step));
  return { parts: result, rest: free.length > 0 ? left - steps * step : left };
}
