import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { cycleCost } from '#core/policy/order-quantity/cycle-cost.ts';
import { safetyError, type DemandEvidence } from './demand-evidence.ts';
import type { NodePolicy } from './node-policy.ts';
import { safetyNeed } from './safety-need.ts';
import { economicOrder, inPacks } from './usual-order.ts';

/** A quantity that is asked for, in stock units, with its standard error. */
export interface WantedQuantity {
  readonly quantity: number;
  readonly error: number;
}

/** An order that costs so much more than the economic one is still as good: the cost hardly changes around its least. */
const slackOfCost = 1.05;
const daysOfYear = 365;

/**
 * The level that demand, lead time and service target ask for: where to order, or up to where a review fills (POL-58). Whole
 * steps; the safety stock in it is `neededStock`. Does not throw.
 *
 * @example wantedLow(forecast, readNodePolicy(frame, forecast, result, 1), 0.95, { weeks: 52, demandError: 0.2 })
 *   ≈ { neededStock: 17, quantity: 31, error: 4.52475 } (13.8 expected and 17 for safety)
 */
export function wantedLow(
  forecast: ForecastViews,
  policy: NodePolicy,
  target: number,
  evidence: DemandEvidence,
): WantedQuantity & { readonly neededStock: number } {
  const neededStock = safetyNeed(forecast, policy, target);
  const protectionDays = policy.leadTimeDays + policy.reviewDays;
  return {
    neededStock,
    quantity: inPacks(policy.leadDemand + neededStock, policy.step),
    error: Math.hypot(safetyError(neededStock, evidence), evidence.demandError * protectionDays),
  };
}

/**
 * The order above the level `low` (POL-58): what the present maximum leaves, where that costs at most 5% more than the economic
 * order, else that one; where nothing says what orders and stock cost, the order of the present levels. Never less than the
 * minimum of the lane and the demand of a review. Does not throw.
 *
 * @example const policy = { min: 0, max: 60, minimum: 0, dailyDemand: 2, reviewDays: 7, step: 1, pack: 1, orderCost: 0,
 *   holdingRate: 0, unitCost: 5 };
 *   wantedOrder(policy, 20, { demandError: 0.1 }).quantity === 60
 */
export function wantedOrder(policy: NodePolicy, low: number, evidence: DemandEvidence): WantedQuantity {
  const { min = 0, max, minimum, dailyDemand, reviewDays, step, pack, orderCost, holdingRate, unitCost } = policy;
  const least = Math.max(minimum, dailyDemand * Math.max(1, reviewDays));
  const economic = economicOrder(policy);
  // An economic order grows by the root of demand.
  const wanted = (order: number): WantedQuantity => ({
    quantity: order,
    error: (0.5 * order * evidence.demandError) / dailyDemand,
  });
  if (economic === 0) return wanted(inPacks(Math.max(max - min, least), step));
  const left = Math.max(max - low, least);
  const costs = { demand: dailyDemand * daysOfYear, orderCost, holdingCost: holdingRate * unitCost };
  const isGoodEnough = cycleCost(left, costs) <= slackOfCost * cycleCost(economic, costs);
  return wanted(isGoodEnough ? inPacks(left, step) : inPacks(Math.max(economic, least), pack));
}
