import { invariant } from '#core/base/invariant.ts';
import { quantileSlack, type Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { leastWhole } from './least-whole.ts';

/**
 * The distribution of a quantity that follows each component with the probability of its weight; weights are divided by
 * their sum. `support` says whether every component has whole numbers alone. Other numbers of weights and components,
 * or no weight above 0, are a bug of the caller. Exact: nothing is fitted.
 * Source: McLachlan and Peel, Finite Mixture Models, 2000, chapter 1.
 *
 * @example mixtureDistribution([1, 1], [constantDistribution(2), constantDistribution(6)], 'whole').loss(3) === 1.5
 */
export function mixtureDistribution(
  weights: readonly number[],
  components: readonly Distribution[],
  support: 'whole' | 'real',
): Distribution {
  invariant(weights.length === components.length, 'each component has a weight');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  invariant(total > 0 && weights.every((weight) => weight >= 0), 'a mixture needs weights, one of them above 0');
  const parts = components
    .map((component, at) => ({ component, weight: (weights[at] ?? 0) / total }))
    .filter(({ weight }) => weight > 0);
  const average = (of: (component: Distribution) => number) =>
    parts.reduce((sum, { component, weight }) => sum + weight * of(component), 0);
  const mean = average((component) => component.mean);
  const cumulative = (x: number) => average((component) => component.cumulative(x));

  return {
    mean,
    variance: average((component) => component.variance + (component.mean - mean) ** 2),
    cumulative,
    quantile(q) {
      const quantiles = parts.map(({ component }) => component.quantile(q));
      const low = Math.min(...quantiles);
      const high = Math.max(...quantiles);
      if (low === high || q === 0 || q === 1) return q === 0 ? low : high;
      const isEnough = (x: number) => cumulative(x) >= q - quantileSlack;
      if (support === 'whole') return leastWhole(isEnough, low, between(cumulative, q, low, high));
      return findRoot((x) => cumulative(x) - q, low, high);
    },
    loss: (x) => average((component) => component.loss(x)),
    complementaryLoss: (x) => average((component) => component.complementaryLoss(x)),
  };
}

/** About where a distribution function passes q; its steps do not let a root be found exactly. */
function between(cumulative: (x: number) => number, q: number, low: number, high: number): number {
  return findRoot((x) => cumulative(x) - q, low, high, Math.max(1, (high - low) / 64));
}
