import type { MinMaxLevels, MinMaxSystem } from './min-max-levels.ts';
import { renewalRates } from './renewal-rates.ts';

/**
 * Expected cost per period of ordering up to `max` whenever the position is at or below `min`, both whole, min < max:
 * (K + Σ m(j)·G(max - j)) ÷ Σ m(j) over the positions above `min`. O((max - min)²), does not throw.
 * Source: Zheng and Federgruen 1991, Operations Research 39; Snyder and Shen, 2nd ed., section 4.4.
 *
 * @example const demand = poissonDistribution(6);
 *   minMaxCost({ orderCost: 5, demand, positionCost: (y) => demand.complementaryLoss(y) + 4 * demand.loss(y) }, { min: 4,
 *   max: 10 }) ≈ 8.03411 (Snyder and Shen, example 4.7)
 */
export function minMaxCost(system: MinMaxSystem, levels: MinMaxLevels): number {
  return cycleCostPerPeriod(system, renewalRates(system.demand), levels);
}

/**
 * As `minMaxCost`, with renewal rates computed before. O(max - min), does not throw. Source: as for `minMaxCost`.
 *
 * @example const demand = constantDistribution(2);
 *   cycleCostPerPeriod({ orderCost: 8, demand, positionCost: (y) => y }, renewalRates(demand), { min: 0, max: 4 })
 *   === 7 (stays at 4 and 2 for a period each)
 */
export function cycleCostPerPeriod(system: MinMaxSystem, rates: (below: number) => number, { min, max }: MinMaxLevels): number {
  let cost = system.orderCost;
  let periods = 0;
  for (let below = 0; below < max - min; below += 1) {
    const rate = rates(below);
    cost += rate * system.positionCost(max - below);
    periods += rate;
  }
  return cost / periods;
}
