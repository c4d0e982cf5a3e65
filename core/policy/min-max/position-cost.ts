import { newsvendorCost } from '#core/policy/newsvendor/newsvendor-cost.ts';
import type { Distribution } from '#core/statistics/distribution.ts';

/**
 * Expected cost of a period by the position y after ordering: h·E[(y - D)⁺] + p·E[(D - y)⁺], the newsvendor's, where `demand` is
 * the D until the next order has arrived (lead time and the period itself). Each position is computed once. Does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.
 *
 * @example positionCost(1, 4, discreteDistribution([0.5, 0.5]))(1) === 0.5
 */
export function positionCost(holdingCost: number, stockoutCost: number, demand: Distribution): (position: number) => number {
  const costs = { overageCost: holdingCost, underageCost: stockoutCost };
  const known = new Map<number, number>();
  return (position) => {
    const before = known.get(position);
    if (before !== undefined) return before;
    const cost = newsvendorCost(demand, costs, position);
    known.set(position, cost);
    return cost;
  };
}
