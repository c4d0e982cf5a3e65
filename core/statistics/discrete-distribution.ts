import { invariant } from '#core/base/invariant.ts';
import { quantileSlack, type CountDistribution } from './distribution.ts';

/**
 * The distribution over `first`, first + 1, … with the given probabilities; they are divided by their sum, so weights and
 * counted frequencies may be given. A negative one, or none above 0, is a bug of the caller. `probabilities` is copied.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C, for the losses.
 *
 * @example discreteDistribution([0.25, 0.5, 0.25], 3).loss(4) === 0.25
 */
export function discreteDistribution(probabilities: ArrayLike<number>, first = 0): CountDistribution {
  const size = probabilities.length;
  let total = 0;
  for (let at = 0; at < size; at += 1) {
    invariant((probabilities[at] ?? 0) >= 0, 'a probability is not negative');
    total += probabilities[at] ?? 0;
  }
  invariant(total > 0 && total < Infinity, 'a discrete distribution needs a probability above 0');
  const share = Float64Array.from(probabilities, (probability) => probability / total);
  const upTo = new Float64Array(size);
  const above = new Float64Array(size);
  const lossAt = new Float64Array(size);
  const leftAt = new Float64Array(size);
  for (let at = 0, sum = 0; at < size; at += 1) {
    leftAt[at] = at === 0 ? 0 : (leftAt[at - 1] ?? 0) + sum;
    sum += share[at] ?? 0;
    upTo[at] = sum;
  }
  for (let at = size - 1, sum = 0; at >= 0; at -= 1) {
    above[at] = sum;
    lossAt[at] = at === size - 1 ? 0 : (lossAt[at + 1] ?? 0) + sum;
    sum += share[at] ?? 0;
  }
  const mean = first + (lossAt[0] ?? 0);
  const last = first + size - 1;
  const variance = share.reduce((sum, probability, at) => sum + probability * (first + at - mean) ** 2, 0);

  return {
    mean,
    variance,
    probability: (n) => share[n - first] ?? 0,
    cumulative(x) {
      if (!(x >= first)) return 0;
      return x >= last ? 1 : (upTo[Math.floor(x) - first] ?? 1);
    },
    quantile(q) {
      invariant(q >= 0 && q <= 1, 'a quantile needs a probability from 0 to 1');
      // The lower end is where something is possible, not where the array begins.
      const wanted = Math.max(q - quantileSlack, Number.MIN_VALUE);
      let low = 0;
      let high = size - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((upTo[middle] ?? 1) >= wanted) high = middle;
        else low = middle + 1;
      }
      return first + low;
    },
    loss(x) {
      if (!(x >= first)) return mean - x;
      if (x >= last) return 0;
      const at = Math.floor(x) - first;
      return (lossAt[at] ?? 0) - (x - first - at) * (above[at] ?? 0);
    },
    complementaryLoss(x) {
      if (!(x > first)) return 0;
      if (x >= last) return x - mean;
      const at = Math.floor(x) - first;
      return (leftAt[at] ?? 0) + (x - first - at) * (upTo[at] ?? 0);
    },
  };
}
