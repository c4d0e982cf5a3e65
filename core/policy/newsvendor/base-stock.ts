import { newsvendor, type NewsvendorQuantity } from './newsvendor.ts';
import { protectionSigma } from '#core/policy/safety-stock/protection-sigma.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';

/** Normal demand per period, whole periods, and money per unit and period. */
export interface BaseStockInputs {
  readonly demandPerPeriod: number;
  readonly demandSdPerPeriod: number;
  readonly leadTimePeriods: number;
  readonly holdingCost: number;
  readonly waitingCost: number;
}

/**
 * The level up to which each period orders, and its expected cost per period: the newsvendor's quantity for the demand of
 * the lead time and one period, as an order of today is the last to help at the end of that period. For other families
 * of demand call `newsvendor` with that distribution. Costs that are both 0 are a bug of the caller.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.4.
 *
 * @example baseStock({ demandPerPeriod: 50, demandSdPerPeriod: 8, leadTimePeriods: 4, holdingCost: 0.18, waitingCost: 0.7 })
 *   .quantity ≈ 264.767
 */
export function baseStock(inputs: BaseStockInputs): NewsvendorQuantity {
  const { demandPerPeriod, demandSdPerPeriod, leadTimePeriods, holdingCost, waitingCost } = inputs;
  const sd = protectionSigma(demandPerPeriod, demandSdPerPeriod, leadTimePeriods, 0, 1);
  const demand = normalDistribution((leadTimePeriods + 1) * demandPerPeriod, sd);
  return newsvendor(demand, { overageCost: holdingCost, underageCost: waitingCost });
}
