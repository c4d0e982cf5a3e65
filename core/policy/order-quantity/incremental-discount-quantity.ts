import { cycleCost } from './cycle-cost.ts';
import { cheapestOverBreaks, type PriceBreakInputs, type PriceBreakQuantity } from './price-breaks.ts';

/**
 * The cheapest order when each price holds only for the units of its own row: what the earlier units cost more than
 * the row's price acts like a second order cost. Quantities in the unit of the demand. Without demand or one of the
 * costs there is none: quantity 0. O(rows), does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.4; Nahmias, chapter 4.
 *
 * @example incrementalDiscountQuantity({ demand: 600, orderCost: 8, holdingRate: 0.2, breakpoints: [0, 500, 1000],
 *   unitCosts: [0.3, 0.29, 0.28], pack: 0, minimum: 0 }) ≈ { quantity: 400, region: 0, cost: 204 }
 */
export function incrementalDiscountQuantity(inputs: PriceBreakInputs): PriceBreakQuantity {
  const { demand, orderCost, holdingRate, breakpoints, unitCosts } = inputs;
  if (!(demand > 0 && orderCost > 0 && holdingRate > 0)) return { quantity: 0, region: -1, cost: 0 };
  let sum = 0;
  const surpluses = unitCosts.map(
    (unitCost, region) => (sum += ((unitCosts[region - 1] ?? unitCost) - unitCost) * (breakpoints[region] ?? 0)),
  );
  return cheapestOverBreaks(inputs, (region) => {
    const unitCost = unitCosts[region] ?? 0;
    const surplus = surpluses[region] ?? 0;
    const row = { demand, orderCost: orderCost + surplus, holdingCost: holdingRate * unitCost };
    const fixed = unitCost * demand + (holdingRate * surplus) / 2;
    return {
      best: Math.sqrt((2 * Math.max(0, row.orderCost) * demand) / row.holdingCost),
      costOf: (quantity) => fixed + cycleCost(quantity, row),
    };
  });
}
