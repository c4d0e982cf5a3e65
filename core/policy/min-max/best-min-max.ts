import { invariant } from '#core/base/invariant.ts';
import { cycleCostPerPeriod } from './min-max-cost.ts';
import type { MinMaxLevels, MinMaxSystem } from './min-max-levels.ts';
import { renewalRates } from './renewal-rates.ts';

/**
 * The min-max levels of least expected cost per period, exact for whole demand. From the position of least cost, `min`
 * falls until ordering there is no dearer than the average; then `max` rises as long as its own position costs no more
 * than the average, and `min` follows. O((max - min)²) per improvement; a demand that is always 0 is a bug of the caller.
 * Source: Zheng and Federgruen 1991, Operations Research 39, section 2.
 *
 * @example const demand = poissonDistribution(6);
 *   bestMinMax({ orderCost: 5, demand, positionCost: (y) => demand.complementaryLoss(y) + 4 * demand.loss(y) }) ≈ { min: 4,
 *   max: 10, cost: 8.0341 } (Snyder and Shen, example 4.7)
 */
export function bestMinMax(system: MinMaxSystem): MinMaxLevels & { readonly cost: number } {
  invariant(system.demand.probability(0) < 1, 'a min-max policy needs a demand');
  const { positionCost } = system;
  const rates = renewalRates(system.demand);
  const costAt = (min: number, max: number): number => cycleCostPerPeriod(system, rates, { min, max });

  const cheapest = cheapestPosition(positionCost);
  let max = cheapest;
  let min = max - 1;
  while (costAt(min, max) > positionCost(min)) min -= 1;
  let cost = costAt(min, max);
  for (let higher = max + 1; positionCost(higher) <= cost; higher += 1) {
    if (costAt(min, higher) >= cost) continue;
    max = higher;
    while (min + 1 < cheapest && costAt(min, max) <= positionCost(min + 1)) min += 1;
    cost = costAt(min, max);
  }
  return { min, max, cost };
}

/** The first position of least cost of a convex cost. */
function cheapestPosition(positionCost: (position: number) => number): number {
  let position = 0;
  while (positionCost(position + 1) < positionCost(position)) position += 1;
  while (positionCost(position - 1) <= positionCost(position)) position -= 1;
  return position;
}
