import { newsvendor, type NewsvendorQuantity } from './newsvendor.ts';
import { invariant } from '#core/base/invariant.ts';
import type { Distribution } from '#core/statistics/distribution.ts';

/** Money per unit: sold, bought, and got for what is left; the first above the second above the third. */
export interface SeasonPrices {
  readonly revenue: number;
  readonly purchaseCost: number;
  readonly salvageValue: number;
}

/**
 * The quantity of greatest expected profit of a season, and the profit: a unit too few loses revenue less purchase cost, a
 * unit too many purchase cost less salvage value. Prices in another order are a bug of the caller.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.
 *
 * @example seasonProfit(normalDistribution(50, 8), { revenue: 1, purchaseCost: 0.3, salvageValue: 0.12 }).profit ≈ 33.002
 */
export function seasonProfit(demand: Distribution, prices: SeasonPrices): NewsvendorQuantity & { readonly profit: number } {
  const { revenue, purchaseCost, salvageValue } = prices;
  invariant(revenue > purchaseCost && purchaseCost > salvageValue, 'a season sells above and salvages below its cost');
  const margin = revenue - purchaseCost;
  const found = newsvendor(demand, { overageCost: purchaseCost - salvageValue, underageCost: margin });
  return { ...found, profit: margin * demand.mean - found.cost };
}
