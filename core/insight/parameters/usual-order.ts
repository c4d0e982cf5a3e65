import { codeOf, lotRules, type planMethods } from '#core/frame/codes.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';

/** What the size of a usual order follows from; quantities in stock units, demand per day. */
export interface OrderTerms {
  readonly method: (typeof planMethods)[number];
  /** Position in `lotRules`. */
  readonly lotRule: number;
  readonly lotPeriods: number;
  /** The least that can be ordered or held. */
  readonly step: number;
  /** What an order is a multiple of, at least a step. */
  readonly pack: number;
  readonly minimum: number;
  readonly dailyDemand: number;
  readonly reviewDays: number;
  readonly min: number | undefined;
  readonly max: number;
  readonly orderCost: number;
  readonly holdingRate: number;
  readonly unitCost: number;
}

/** The lot rules that weigh order cost against holding. */
export const rulesByCost: readonly number[] = [
  codeOf(lotRules, 'eoq'),
  codeOf(lotRules, 'silver_meal'),
  codeOf(lotRules, 'wagner_whitin'),
];
const fixed = codeOf(lotRules, 'fixed');
const periods = codeOf(lotRules, 'periods');

/**
 * The order that a node places again and again, in stock units (POL-52): what lies between its levels, the lot its rule asks
 * for, else the demand of a review and of a week at least; not below the minimum, in whole packs. Above 0 where there is
 * demand. Does not throw.
 *
 * @example usualOrder({ method: 'time_phased', lotRule: 0, step: 1, pack: 12, minimum: 0, dailyDemand: 3, reviewDays: 0,
 *   max: 0 }) === 24 (a week of 3 a day in packs of 12)
 */
export function usualOrder(terms: OrderTerms): number {
  const { method, min = 0, max } = terms;
  if ((method === 'min_max' || method === 'reorder_point') && max > 0) return orderBetween(terms, min, max);
  return inPacks(Math.max(lotOf(terms), terms.minimum), terms.pack);
}

/**
 * The order of a node between two levels, in stock units: not below the demand of a review, nor below the minimum, in whole
 * packs. Does not throw.
 * Source: POL-52.
 *
 * @example orderBetween({ dailyDemand: 1, reviewDays: 1, minimum: 8, pack: 1 }, 4, 10) === 8
 */
export function orderBetween(
  terms: Pick<OrderTerms, 'dailyDemand' | 'reviewDays' | 'minimum' | 'pack'>,
  low: number,
  high: number,
): number {
  const { dailyDemand, reviewDays, minimum, pack } = terms;
  return inPacks(Math.max(high - low, dailyDemand * Math.max(1, reviewDays), minimum), pack);
}

/**
 * The economic order of POL-3 in stock units; 0 where a cost is missing. Does not throw. Source: as for
 * `economicOrderQuantity`.
 *
 * @example economicOrder({ dailyDemand: 3, orderCost: 20, holdingRate: 0.2, unitCost: 5, pack: 1, minimum: 0 }) === 209
 */
export function economicOrder(
  terms: Pick<OrderTerms, 'dailyDemand' | 'orderCost' | 'holdingRate' | 'unitCost' | 'pack' | 'minimum'>,
): number {
  const { dailyDemand, orderCost, holdingRate, unitCost, pack, minimum } = terms;
  return economicOrderQuantity({
    demand: dailyDemand * 365,
    orderCost,
    holdingCost: holdingRate * unitCost,
    pack,
    minimum,
  });
}

/** No item has more decimals than 6. */
const finestSteps = 1e6;

/**
 * The least whole packs that hold a quantity, as the decimal number it is; a quantity above a pack border by a rounding error
 * is at the border. Does not throw.
 *
 * @example inPacks(0.1 + 0.2, 0.1) === 0.3
 */
export function inPacks(quantity: number, pack: number): number {
  const packs = quantity / pack;
  return Math.round(Math.ceil(packs - 1e-9 * Math.max(1, packs)) * pack * finestSteps) / finestSteps;
}

function lotOf(terms: OrderTerms): number {
  const { method, lotRule, lotPeriods, dailyDemand, reviewDays, max, pack, minimum, step } = terms;
  const ofReview = dailyDemand * Math.max(7, reviewDays);
  if (method === 'periodic' && max > 0) return dailyDemand * Math.max(1, reviewDays);
  if (lotRule === fixed) return pack > step ? pack : minimum > 0 ? minimum : Math.max(max, ofReview);
  if (lotRule === periods) return dailyDemand * Math.max(1, lotPeriods);
  if (rulesByCost.includes(lotRule)) return economicOrder(terms) || ofReview;
  return ofReview;
}
