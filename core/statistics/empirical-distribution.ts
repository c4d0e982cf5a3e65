import { invariant } from '#core/base/invariant.ts';
import { quantileSlack, type Distribution } from './distribution.ts';

/** `inverse cumulative` gives an observed value (type 1), `linear` goes between two of them (type 7, as in spreadsheets). */
export type QuantileType = 'inverse cumulative' | 'linear';

/**
 * The distribution of a sample: each value with probability 1 ÷ n, so the variance is the mean square deviation. The
 * sample is copied; an empty one is a bug of the caller. Source: Hyndman and Fan 1996, The American Statistician 50, for
 * the types of quantiles.
 *
 * @example empiricalDistribution([1, 2, 3, 10], 'linear').quantile(0.75) === 4.75
 */
export function empiricalDistribution(sample: ArrayLike<number>, quantileType: QuantileType): Distribution {
  const sorted = Float64Array.from(sample).sort();
  const size = sorted.length;
  invariant(size > 0, 'a sample has at least one value');
  const sumUpTo = new Float64Array(size + 1);
  sorted.forEach((value, at) => (sumUpTo[at + 1] = (sumUpTo[at] ?? 0) + value));
  const total = sumUpTo[size] ?? 0;
  const mean = total / size;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size;
  const at = (index: number) => sorted[Math.max(0, Math.min(size - 1, index))] ?? 0;

  function countUpTo(x: number): number {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    mean,
    variance,
    cumulative: (x) => countUpTo(x) / size,
    quantile(q) {
      invariant(q >= 0 && q <= 1, 'a quantile needs a probability from 0 to 1');
      if (quantileType === 'inverse cumulative') return at(Math.ceil((q - quantileSlack) * size) - 1);
      const position = q * (size - 1);
      const below = Math.floor(position);
      return at(below) + (position - below) * (at(below + 1) - at(below));
    },
    loss(x) {
      const below = countUpTo(x);
      return Math.max(0, (total - (sumUpTo[below] ?? 0) - (size - below) * x) / size);
    },
    complementaryLoss(x) {
      const below = countUpTo(x);
      return Math.max(0, (below * x - (sumUpTo[below] ?? 0)) / size);
    },
  };
}
