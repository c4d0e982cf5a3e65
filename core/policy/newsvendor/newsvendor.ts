import { newsvendorCost, type NewsvendorCosts } from './newsvendor-cost.ts';
import { invariant } from '#core/base/invariant.ts';
import type { Distribution } from '#core/statistics/distribution.ts';

/** The quantity of least expected cost. */
export interface NewsvendorQuantity {
  /** Underage ÷ (underage + overage): the probability with which demand is to be met. */
  readonly criticalRatio: number;
  readonly quantity: number;
  /** Expected cost of too much and too little, money. */
  readonly cost: number;
}

/**
 * How much to have for one season whose demand is not known: the least quantity that meets it with the probability
 * underage ÷ (underage + overage), whole for whole demand. For last buys, events, and each period of a base stock.
 * Costs that are both 0, or negative, are a bug of the caller.
 * Source: Arrow, Harris and Marschak 1951; Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.
 *
 * @example newsvendor(normalDistribution(50, 8), { overageCost: 0.18, underageCost: 0.7 }).quantity ≈ 56.604
 */
export function newsvendor(demand: Distribution, costs: NewsvendorCosts): NewsvendorQuantity {
  const { overageCost, underageCost } = costs;
  invariant(overageCost >= 0 && underageCost >= 0 && overageCost + underageCost > 0, 'too much or too little costs something');
  const criticalRatio = underageCost / (underageCost + overageCost);
  const quantity = demand.quantile(criticalRatio);
  return { criticalRatio, quantity, cost: newsvendorCost(demand, costs, quantity) };
}
