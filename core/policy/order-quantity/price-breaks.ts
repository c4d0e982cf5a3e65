/** A price list and what the order has to keep to; demand and holding rate over the same time. */
export interface PriceBreakInputs {
  readonly demand: number;
  readonly orderCost: number;
  /** Share of a unit's cost that holding it for that time costs, 0 to 1 and above. */
  readonly holdingRate: number;
  /** Rising quantities from which each price holds; the first is 0. */
  readonly breakpoints: readonly number[];
  /** One price per breakpoint; prices that rise with the quantity need a pack, else the best quantity does not exist. */
  readonly unitCosts: readonly number[];
  /** Orders are whole packs; 0 for any quantity. */
  readonly pack: number;
  readonly minimum: number;
  /** The most that can be ordered; any quantity when absent. */
  readonly most?: number;
}

/** The cheapest order under a price list. */
export interface PriceBreakQuantity {
  readonly quantity: number;
  /** Index of the price list's row the order falls in; -1 without an economic quantity. */
  readonly region: number;
  /** Purchase, ordering and holding in money over the time of the demand. */
  readonly cost: number;
}

/**
 * The cheapest order over all rows of a price list, when the cost within a row is convex with its least at `row.best`.
 * A row's quantities go from its breakpoint up to, not including, the next. Rows × 2 evaluations; does not throw.
 *
 * @example cheapestOverBreaks({ breakpoints: [0], pack: 24, minimum: 0 }, () => ({ best: 304.05,
 *   costOf: (quantity) => Math.abs(quantity - 304.05) })) ≈ { quantity: 312, region: 0, cost: 7.95 }
 */
export function cheapestOverBreaks(
  inputs: PriceBreakInputs,
  rowAt: (region: number) => { readonly best: number; readonly costOf: (quantity: number) => number },
): PriceBreakQuantity {
  const { breakpoints, pack, minimum, most = Infinity } = inputs;
  let found: PriceBreakQuantity = { quantity: 0, region: -1, cost: Infinity };
  for (const [region, breakpoint] of breakpoints.entries()) {
    const { best, costOf } = rowAt(region);
    const least = Math.max(breakpoint, minimum);
    if (least > most) break;
    for (const quantity of candidates(best, least, breakpoints[region + 1] ?? Infinity, most, pack)) {
      const cost = costOf(quantity);
      if (cost < found.cost) found = { quantity, region, cost };
    }
  }
  return found.region < 0 ? { quantity: 0, region: -1, cost: 0 } : found;
}

/** The quantities in [least, below), at most `most`, that can be the cheapest of a convex cost. */
function candidates(best: number, least: number, below: number, most: number, pack: number): readonly number[] {
  // Without a pack, a best above the row is beaten by the next row, whose price is no higher.
  if (pack <= 0) return [Math.min(most, Math.max(best, least))].filter((quantity) => quantity < below);
  const lowest = Math.max(1, Math.ceil(least / pack)) * pack;
  const highest = Math.min((Math.ceil(below / pack) - 1) * pack, Math.floor(most / pack) * pack);
  if (lowest > highest) return [];
  const near = Math.floor(best / pack) * pack;
  return [near, near + pack].map((quantity) => Math.min(highest, Math.max(lowest, quantity)));
}
