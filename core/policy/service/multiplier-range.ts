import { exceedanceAtMost, type ServiceColumns } from './service-items.ts';

/**
 * The multipliers at which all factors are just 0, and just 4; items that cost nothing have 4 at any and do not count.
 * O(items), does not throw.
 * Source: as for `marginalFactors`.
 *
 * @example multiplierRange({ ratio: [0.6, 2] }).low === 1.2
 */
export function multiplierRange({ ratio }: ServiceColumns): { readonly low: number; readonly high: number } {
  let least = Infinity;
  let most = 0;
  for (const one of ratio) {
    if (one > 0) least = Math.min(least, one);
    most = Math.max(most, one);
  }
  // A rounded quotient must not leave the dearest item a digit below 4.
  const high = (most / exceedanceAtMost) * (1 + 4 * Number.EPSILON);
  return least < Infinity ? { low: 2 * least, high } : { low: 1, high: 1 };
}
