/**
 * When an item-location orders and how much, per period; quantities in the unit of its demand. Every policy is a filling of
 * these columns, so that one kernel runs them all without asking which it is.
 */
export interface OrderRules {
  /** The position at which an order is placed; -Infinity in periods without a review. */
  readonly reorderLevel: Float64Array;
  /** The position to which an order lifts, before the lot; one for each wait, see `mostWait`. */
  readonly orderUpTo: Float64Array;
  /** Whether a position that is exactly at the level orders too. */
  readonly isInclusive: boolean;
  /** Orders are whole multiples of this, or any quantity where it is 0. */
  readonly lot: number;
  /** Orders below this are raised to it, then rounded up to the lot again. */
  readonly minimum: number;
  /**
   * What is ordered before it need be, as the next days take no orders, is wanted on its own day: 0 to `mostWait` periods later
   * than it could come. `orderUpTo` and `neededBy` have an element for each of these waits, period by period.
   */
  readonly mostWait: number;
  /** The position below which something is needed so many periods later, or before. */
  readonly neededBy: Float64Array;
}

/** A review every so many periods, the first at the end of period `every - 1`. */
function filled(periods: number, every: number, value: number): Float64Array {
  return new Float64Array(periods).map((_, period) => ((period + 1) % every === 0 ? value : -Infinity));
}

/**
 * (s, S): a position at or below s is filled up to S. `every` periods between reviews makes it (R, s, S). Does not throw.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.5.
 *
 * @example const rules = fillUp(20, 50, 100);
 *   [orderQuantity(rules, 0, 19, 0), rules.reorderLevel[0]] is [31, 20]
 */
export function fillUp(reorderPoint: number, orderUpTo: number, periods: number, every = 1): OrderRules {
  const reorderLevel = filled(periods, every, reorderPoint);
  return {
    reorderLevel,
    orderUpTo: new Float64Array(periods).fill(orderUpTo),
    isInclusive: true,
    lot: 0,
    minimum: 0,
    mostWait: 0,
    neededBy: reorderLevel,
  };
}

/**
 * (s, nQ), in continuous review (R, Q): at a position at or below s the fewest lots of Q are ordered that lift it above s. Does not
 * throw. Source: as for `fillUp`.
 *
 * @example const rules = orderLots(30, 36, 100);
 *   [30, -6].map((position) => orderQuantity(rules, 0, position, 0)) is [36, 72]
 */
export function orderLots(reorderPoint: number, lot: number, periods: number, every = 1): OrderRules {
  // A position exactly at s, or whole lots below it, takes one lot more: the point itself is not above it.
  return { ...fillUp(reorderPoint, reorderPoint + lot * 1e-9, periods, every), lot };
}

/**
 * (R, S), for R = 1 base stock: every review fills the position up to S. Does not throw. Source: as for `fillUp`.
 *
 * @example orderQuantity(baseStock(15, 100), 0, 11, 0) === 4
 */
export function baseStock(orderUpTo: number, periods: number, every = 1): OrderRules {
  return fillUp(orderUpTo, orderUpTo, periods, every);
}

/**
 * Orders nothing, for plans whose receipts are given. Does not throw.
 *
 * @example noOrders(2).reorderLevel is [-Infinity, -Infinity]
 */
export function noOrders(periods: number): OrderRules {
  return fillUp(-Infinity, -Infinity, periods);
}

/**
 * Periods by which what is ordered at a position is wanted later than it could come. Does not throw.
 * Source: SIM-27.
 *
 * @example waitOf(fillUp(20, 50, 1), 0, 19) === 0
 */
export function waitOf({ mostWait, neededBy }: OrderRules, period: number, position: number): number {
  let wait = 0;
  while (wait < mostWait && position >= (neededBy[period * (mostWait + 1) + wait] ?? 0)) wait += 1;
  return wait;
}

/**
 * What is ordered at a position at or below the level of a period, for a wait; 0 also above the level to order up to. Does not throw.
 * Source: SIM-8; Silver, Pyke and Thomas, 4th ed., section 6.5.
 *
 * @example orderQuantity(fillUp(20, 50, 1), 0, 19, 0) === 31
 */
export function orderQuantity(rules: OrderRules, period: number, position: number, wait: number): number {
  const { lot, minimum, mostWait } = rules;
  if (!rules.isInclusive && position === rules.reorderLevel[period]) return 0;
  const wanted = (rules.orderUpTo[period * (mostWait + 1) + wait] ?? -Infinity) - position;
  // Stock above the level is used up, not taken back: a negative order would lower the position for good.
  if (!(wanted > 0)) return 0;
  const quantity = wanted > minimum ? wanted : minimum;
  return lot > 0 ? Math.ceil(quantity / lot) * lot : quantity;
}
