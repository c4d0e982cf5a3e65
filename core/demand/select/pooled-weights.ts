import { solveLinear } from '#core/statistics/solve-linear.ts';

/** What past origins of many series say about how far each member of a combination can be trusted. */
export interface PooledEvidence {
  /** Series that contributed. */
  series: number;
  /** Sums of the products of two members' forecasts, each weighted by 1 ÷ scale²; row-major, members × members. */
  readonly products: Float64Array;
  /** Sums of the products of a member's forecast and what came, weighted alike. */
  readonly outcomes: Float64Array;
}

/** How strongly the sum of the weights holds on to 1: demand of a class seldom goes on as it went. */
const holdOnSum = 3;
/** How strongly the shares hold on to each other: which level was best before a season turned is the worst after it. */
const holdOnShares = 5;
/** A pool of this many series holds on twice as strongly as a very large one. */
const halfTrustSeries = 50;

/** A class that fades or grows by more than this since its recent past was an accident of the season, not its nature. */
const leastSum = 0.6;
const greatestSum = 1.1;

/**
 * A pool of no series for `members` members. Does not throw.
 *
 * @example createPooledEvidence(3).products.length === 9
 */
export function createPooledEvidence(members: number): PooledEvidence {
  return { series: 0, products: new Float64Array(members * members), outcomes: new Float64Array(members) };
}

/**
 * Adds one past origin: the members' forecasts of the mean demand per period, the mean that came, and the scale of the series (the
 * mean squared difference of neighbouring periods). Does not throw; a scale of 0 says nothing and is left out.
 * Source: DEM-66; the normal equations of least squares.
 *
 * @example const evidence = createPooledEvidence(2);
 *   addEvidence(evidence, Float64Array.of(1, 3), 2, 4);
 *   evidence.outcomes is [0.5, 1.5]
 */
export function addEvidence(evidence: PooledEvidence, forecasts: Float64Array, outcome: number, scale: number): void {
  if (!(scale > 0)) return;
  const members = forecasts.length;
  for (let row = 0; row < members; row += 1) {
    const weighted = (forecasts[row] ?? 0) / scale;
    evidence.outcomes[row] = (evidence.outcomes[row] ?? 0) + weighted * outcome;
    for (let column = 0; column < members; column += 1) {
      const place = row * members + column;
      evidence.products[place] = (evidence.products[place] ?? 0) + weighted * (forecasts[column] ?? 0);
    }
  }
}

/**
 * Adds the sums of `part` to `whole`; the order of the parts decides the last bits, so callers keep it fixed. Does not throw.
 *
 * @example const [whole, part] = [createPooledEvidence(1), createPooledEvidence(1)];
 *   part.outcomes[0] = 2;
 *   mergeEvidence(whole, part);
 *   whole.outcomes is [2]
 */
export function mergeEvidence(whole: PooledEvidence, part: PooledEvidence): void {
  whole.series += part.series;
  part.products.forEach((value, place) => (whole.products[place] = (whole.products[place] ?? 0) + value));
  part.outcomes.forEach((value, place) => (whole.outcomes[place] = (whole.outcomes[place] ?? 0) + value));
}

/**
 * The weights of a combination that would have forecast best over the pool, held near equal shares (rule DEM-66): least squares
 * with a ridge around 1 ÷ members, a little stronger on their differences than on their sum. They need not add up to 1: where demand of a whole class keeps falling short of what its
 * recent past promised, as of parts that die, the sum says by how much, between 0.6 and 1.1. Without evidence the shares are equal.
 * Does not throw.
 * Source: Diebold and Pauly 1990 (shrinkage of combining weights), IJF 6; Hoerl and Kennard 1970 (ridge).
 *
 * @example poolWeights(createPooledEvidence(4)) is [0.25, 0.25, 0.25, 0.25]
 */
export function poolWeights({ series, products, outcomes }: PooledEvidence): Float64Array {
  const members = outcomes.length;
  const equal = 1 / members;
  let trace = 0;
  for (let row = 0; row < members; row += 1) trace += products[row * (members + 1)] ?? 0;
  if (series === 0 || !(trace > 0)) return new Float64Array(members).fill(equal);
  const unit = ((1 + halfTrustSeries / series) * trace) / members;
  const matrix = products.slice();
  const right = outcomes.slice();
  for (let row = 0; row < members; row += 1) {
    for (let column = 0; column < members; column += 1) {
      const place = row * members + column;
      const apart = row === column ? holdOnShares * unit : 0;
      matrix[place] = (matrix[place] ?? 0) + apart + ((holdOnSum - holdOnShares) * unit) / members;
    }
    right[row] = (right[row] ?? 0) + holdOnSum * unit * equal;
  }
  return bounded(solveLinear(matrix, right));
}

function bounded(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const allowed = Math.min(greatestSum, Math.max(leastSum, sum));
  return sum > 0 && allowed !== sum ? weights.map((weight) => (weight * allowed) / sum) : weights;
}
