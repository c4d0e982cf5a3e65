/** How orders are placed: up to a level, whenever the position is at or below a point. Steps of the item. */
export interface ReplayPolicy {
  /** The level after each week, the first before the first week: a week is answered by what was known at its end. */
  readonly orderUpTo: Float64Array;
  /** The position at or below which an order is placed; the same weeks. */
  readonly reorderAt: Float64Array;
  /** Weeks from an order at the end of a week to its receipt at the start of a later one, at least 1. */
  readonly leadWeeks: number;
  readonly minimum: number;
  readonly multiple: number;
}

/** What the past would have been. */
export interface ReplayFigures {
  demanded: number;
  /** Served from stock in the week it was asked for. */
  filled: number;
  /** Stock at the end of each week, added up. */
  stockWeeks: number;
  orders: number;
  /** Weeks that ended with demand waiting. */
  shortWeeks: number;
}

/**
 * Plays weeks of demand against a policy (rules SIM-40, SIM-41): receipts arrive, waiting demand is served first, then that of the week,
 * the rest waits; then the position is reviewed. Starts with stock at the first level and nothing on order. Weeks before `from` are played
 * and not counted. O(weeks), does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 6.5 (order of events under periodic review).
 *
 * @example const levels = Float64Array.of(3, 3, 3);
 *   replayWeeks(Float64Array.of(2, 2), { orderUpTo: levels, reorderAt: levels, leadWeeks: 1, minimum: 0, multiple: 1 })
 *   is { demanded: 4, filled: 4, stockWeeks: 2, orders: 2, shortWeeks: 0 }
 */
export function replayWeeks(demand: Float64Array, policy: ReplayPolicy, from = 0): ReplayFigures {
  const { orderUpTo, reorderAt, leadWeeks, minimum, multiple } = policy;
  const arriving = new Float64Array(demand.length + leadWeeks + 1);
  const figures: ReplayFigures = { demanded: 0, filled: 0, stockWeeks: 0, orders: 0, shortWeeks: 0 };
  let stock = orderUpTo[0] ?? 0;
  let waiting = 0;
  let onOrder = 0;
  for (let week = 0; week < demand.length; week += 1) {
    const received = arriving[week] ?? 0;
    onOrder -= received;
    stock += received;
    const served = Math.min(waiting, stock);
    waiting -= served;
    stock -= served;
    const asked = demand[week] ?? 0;
    const filled = Math.min(stock, asked);
    stock -= filled;
    waiting += asked - filled;
    if (week >= from) {
      figures.demanded += asked;
      figures.filled += filled;
      figures.stockWeeks += stock;
      if (waiting > 0) figures.shortWeeks += 1;
    }
    const position = stock + onOrder - waiting;
    const missing = (orderUpTo[week + 1] ?? 0) - position;
    if (missing <= 0 || position > (reorderAt[week + 1] ?? Infinity)) continue;
    const ordered = Math.max(minimum, multiple > 0 ? Math.ceil(missing / multiple - 1e-9) * multiple : missing);
    arriving[week + leadWeeks] = (arriving[week + leadWeeks] ?? 0) + ordered;
    onOrder += ordered;
    if (week >= from) figures.orders += 1;
  }
  return figures;
}
