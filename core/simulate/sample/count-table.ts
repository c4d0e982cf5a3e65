import { invariant } from '#core/base/invariant.ts';

/**
 * A distribution on the points (first + k)·step, k = 0, 1, …, ready to be drawn from: the cumulative probabilities, and for
 * each 256th of them the first k that may be drawn there.
 */
export interface CountTable {
  readonly first: number;
  readonly step: number;
  readonly cumulative: Float64Array;
  readonly guide: Uint16Array;
}

const guideCells = 256;
/** Points with less than this share of the most likely one's probability are left out. */
const leastShare = 1e-14;

/**
 * The negative binomial with the given mean and variance, in multiples of `step`; at variance = mean·step it is a scaled Poisson.
 * Mean, standard deviation and step in one unit, variance in its square. A variance below mean·step or a mean below 0 is a bug
 * of the caller. Probabilities come from the recurrence P(k+1) / P(k) = (q·k + p·m) / (k+1) with p = m/v and q = 1 - p, from
 * the most likely point outwards: sums and products alone, so the same bits on every machine. O(points).
 * Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., section 2.3 (Katz family); the guide is that of
 * Chen and Asau 1974, On generating random variates from an empirical distribution.
 *
 * @example countTable(4, 20).cumulative[0] ≈ 0.2000
 */
export function countTable(mean: number, variance: number, step = 1): CountTable {
  const points = mean / step;
  const spread = variance / step / step;
  invariant(mean >= 0 && spread >= points * (1 - 1e-12), 'a count table needs a variance of at least mean times step');
  if (points === 0) return tableOf([1], 0, step);
  const share = Math.min(1, points / spread);
  const ratio = (point: number): number => ((1 - share) * point + share * points) / (point + 1);
  const mode = Math.max(0, Math.floor(points - 1 / share) + 1);
  const above = [1];
  for (let weight = ratio(mode), point = mode + 1; weight > leastShare; weight *= ratio(point), point += 1) above.push(weight);
  const below: number[] = [];
  for (let weight = 1, point = mode - 1; point >= 0; point -= 1) {
    weight /= ratio(point);
    if (weight <= leastShare) break;
    below.push(weight);
  }
  return tableOf([...below.reverse(), ...above], mode - below.length, step);
}

/**
 * A table of any weights, of the points (first + k)·step; the weights need not add up to 1. Without a positive weight it is
 * a bug of the caller. O(points).
 * Source: as for `countTable`.
 *
 * @example tableOf([1, 3], 0, 1).cumulative is [0.25, Infinity] (the last point takes whatever is left)
 */
export function tableOf(weights: ArrayLike<number>, first: number, step: number): CountTable {
  const points = weights.length;
  let total = 0;
  for (let point = 0; point < points; point += 1) total += weights[point] ?? 0;
  invariant(total > 0 && points <= 0xffff, 'a table has a positive weight and at most 65,535 points');
  const cumulative = new Float64Array(points);
  let sum = 0;
  for (let point = 0; point < points; point += 1) {
    sum += weights[point] ?? 0;
    cumulative[point] = sum / total;
  }
  cumulative[points - 1] = Infinity;
  const guide = new Uint16Array(guideCells);
  for (let cell = 0, point = 0; cell < guideCells; cell += 1) {
    while ((cumulative[point] ?? Infinity) <= cell / guideCells) point += 1;
    guide[cell] = point;
  }
  return { first, step, cumulative, guide };
}

const wordShare = 1 / 4294967296;

/**
 * Draws `out[from]` to `out[end - 1]` by inversion, one word each: a larger word never gives a smaller value, so that the
 * same words under another distribution still make high periods of high ones. No allocation, does not throw.
 * Source: as for `countTable`.
 *
 * @example const out = new Float64Array(2);
 *   drawCounts(tableOf([1, 3], 5, 1), [0, 2 ** 31], 0, 2, out);
 *   out is [5, 6]
 */
export function drawCounts(table: CountTable, words: Uint32Array, from: number, end: number, out: Float64Array): void {
  const { first, step, cumulative, guide } = table;
  for (let period = from; period < end; period += 1) {
    const word = words[period] ?? 0;
    const share = word * wordShare;
    let point = guide[word >>> 24] ?? 0;
    while (share >= (cumulative[point] ?? Infinity)) point += 1;
    out[period] = (first + point) * step;
  }
}

/**
 * The point a single word falls on, in the same way. Does not throw.
 * Source: as for `countTable`.
 *
 * @example drawPoint(tableOf([1, 3], 0, 1), 2 ** 31) === 1
 */
export function drawPoint({ cumulative, guide }: CountTable, word: number): number {
  let point = guide[word >>> 24] ?? 0;
  while (word * wordShare >= (cumulative[point] ?? Infinity)) point += 1;
  return point;
}
