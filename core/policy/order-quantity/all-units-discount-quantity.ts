import { cycleCost } from './cycle-cost.ts';
import { cheapestOverBreaks, type PriceBreakInputs, type PriceBreakQuantity } from './price-breaks.ts';

/**
 * The cheapest order when the price of the row reached holds for every unit: the economic quantity of each price, moved
 * to the quantities at which that price holds, the cheapest of all. Quantities in the unit of the demand. Without
 * demand or one of the costs there is none: quantity 0. O(rows), does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 3.4.
 *
 * @example allUnitsDiscountQuantity({ demand: 1300, orderCost: 8, holdingRate: 0.3, breakpoints: [0, 400, 800],
 *   unitCosts: [0.75, 0.72, 0.68], pack: 0, minimum: 0 }).quantity === 800
 */
export function allUnitsDiscountQuantity(inputs: PriceBreakInputs): PriceBreakQuantity {
  const { demand, orderCost, holdingRate, unitCosts } = inputs;
  if (!(demand > 0 && orderCost > 0 && holdingRate > 0)) return { quantity: 0, region: -1, cost: 0 };
  return cheapestOverBreaks(inputs, (region) => {
    const unitCost = unitCosts[region] ?? 0;
    const row = { demand, orderCost, holdingCost: holdingRate * unitCost };
    return {
      best: Math.sqrt((2 * orderCost * demand) / row.holdingCost),
      costOf: (quantity) => unitCost * demand + cycleCost(quantity, row),
    };
  });
}
