import { studentQuantile } from '#core/statistics/student-quantile.ts';

/** Fewer gains show nothing. */
export const leastGains = 4;
/** Two-sided 95 % quantiles of Student's t for 3 to 11 degrees of freedom; the last one also stands for more. */
const quantiles = Array.from({ length: 9 }, (_, more) => studentQuantile(0.05, leastGains - 1 + more));

/**
 * Whether the mean of gains lies further above 0 than chance would put it in one case of twenty; `overlap` gains that lie over each other count as
 * one, so that the standard error grows with its root. At least `leastGains` gains are needed. Does not throw.
 * Source: Student's paired test.
 *
 * @example isClearGain([3, 4, 3, 4]) === true
 * @example isClearGain([9, -5, 8, -4]) === false
 */
export function isClearGain(gains: ArrayLike<number>, overlap = 1): boolean {
  const count = gains.length;
  const values = Array.from(gains);
  const mean = values.reduce((sum, gain) => sum + gain, 0) / count;
  const variance = values.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (count - 1);
  const quantile = quantiles[count - leastGains] ?? quantiles.at(-1) ?? 0;
  return mean > quantile * Math.sqrt((variance * overlap) / count);
}
