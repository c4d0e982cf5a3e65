import type { Distribution } from '#core/statistics/distribution.ts';

/** Money per unit left over and per unit short, at the end of a season or of each period; both at or above 0. */
export interface NewsvendorCosts {
  readonly overageCost: number;
  readonly underageCost: number;
}

/**
 * Expected cost of meeting `demand` with `quantity`: overage cost · E[(Q - D)⁺] + underage cost · E[(D - Q)⁺]. Does not
 * throw. Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.
 *
 * @example newsvendorCost(normalDistribution(50, 8), { overageCost: 0.18, underageCost: 0.7 }, 50) ≈ 2.80855
 */
export function newsvendorCost(demand: Distribution, costs: NewsvendorCosts, quantity: number): number {
  return costs.overageCost * demand.complementaryLoss(quantity) + costs.underageCost * demand.loss(quantity);
}
