import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { cycleCost } from '#core/policy/order-quantity/cycle-cost.ts';
import { inPacks, type OrderTerms } from './usual-order.ts';

/** Prices of a stock unit by the quantity of an order: each holds from its quantity on, in stock units, for all units. */
export interface OrderPrices {
  readonly breakpoints: readonly number[];
  readonly unitCosts: readonly number[];
}

/** What the cost of a year follows from; money in one currency, demand per day. */
export type CostTerms = Pick<OrderTerms, 'dailyDemand' | 'orderCost' | 'holdingRate'>;

const daysOfYear = 365;

/**
 * The prices of a lane of a node as the plan pays them (PLN-31): its own or else the item's cost, then its price breaks. Does not
 * throw.
 *
 * @example orderPrices(frame, 0, 0) is { breakpoints: [0], unitCosts: [10] }
 */
export function orderPrices(frame: Frame, node: number, lane: number): OrderPrices {
  const item = frame.nodeItem[node] ?? 0;
  const scale = grainsPerUnit(frame.itemDecimals[item] ?? 0);
  const laneCost = frame.laneUnitCost[lane] ?? 0;
  const [first, end] = [frame.breakStart[lane] ?? 0, frame.breakStart[lane + 1] ?? 0];
  return {
    breakpoints: [0, ...Array.from(frame.breakMinQty.subarray(first, end), (grains) => grains / scale)],
    unitCosts: [laneCost > 0 ? laneCost : (frame.itemCost[item] ?? 0), ...frame.breakUnitCost.subarray(first, end)],
  };
}

/**
 * The price at which a quantity is bought: that of the highest break it reaches. Does not throw.
 *
 * @example priceOf({ breakpoints: [0, 100], unitCosts: [10, 9] }, 120) === 9
 */
export function priceOf({ breakpoints, unitCosts }: OrderPrices, quantity: number): number {
  const row = breakpoints.findLastIndex((least) => least <= quantity * (1 + 1e-12));
  return unitCosts[row] ?? unitCosts[0] ?? 0;
}

/**
 * What a year costs with orders of a quantity, in money: purchase, orders, and holding half an order (POL-66). Does not throw.
 *
 * @example const prices = { breakpoints: [0], unitCosts: [10] };
 *   yearlyCost(100, prices, { dailyDemand: 3, orderCost: 20, holdingRate: 0.2 }) === 11269 (10950 + 219 + 100)
 */
export function yearlyCost(quantity: number, prices: OrderPrices, { dailyDemand, orderCost, holdingRate }: CostTerms): number {
  const unitCost = priceOf(prices, quantity);
  const demand = dailyDemand * daysOfYear;
  return unitCost * demand + cycleCost(quantity, { demand, orderCost, holdingCost: holdingRate * unitCost });
}

/**
 * The order that the plan places instead of `quantity` where a higher break costs less in a year, in whole packs, at most
 * `most` (PLN-31). Does not throw.
 *
 * @example const prices = { breakpoints: [0, 120], unitCosts: [10, 9] };
 *   raisedOrder(100, prices, { dailyDemand: 3, orderCost: 20, holdingRate: 0.2, pack: 1 }, 500) === 120
 */
export function raisedOrder(
  quantity: number,
  prices: OrderPrices,
  terms: CostTerms & Pick<OrderTerms, 'pack'>,
  most: number,
): number {
  let best = quantity;
  let least = yearlyCost(quantity, prices, terms);
  for (const breakpoint of prices.breakpoints) {
    const candidate = inPacks(breakpoint, terms.pack);
    if (breakpoint <= quantity || candidate > most) continue;
    const cost = yearlyCost(candidate, prices, terms);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}
