/** Fewer gains show nothing. */
export const leastGains = 4;
/** Two-sided 95 % quantiles of Student's t for 3 to 11 degrees of freedom; the last one also stands for more. */
const studentQuantiles = [3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139, 2.200985];

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
  const quantile = studentQuantiles[count - leastGains] ?? studentQuantiles.at(-1) ?? 0;
  return mean > quantile * Math.sqrt((variance * overlap) / count);
}
