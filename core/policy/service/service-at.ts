import { normalLoss } from '#core/statistics/normal-loss.ts';
import type { ServiceColumns, ServiceItems } from './service-items.ts';

/** What safety stocks give; arrays have one entry per item asked for, in that order. */
export interface ServiceLevels {
  readonly factors: Float64Array;
  /** In the item's unit. */
  readonly safetyStocks: Float64Array;
  /** Share of the item's own demand served from stock, 0 to 1. */
  readonly fillRates: Float64Array;
  /** Weighted share of all demand served from stock; 1 without demand. */
  readonly fillRate: number;
  /** Value of the safety stocks; the stock of the order quantities comes on top. */
  readonly value: number;
}

/**
 * What the factors of the columns give, item by item and together. Items left out of the columns have factor 0 and fill
 * rate 1. O(items), does not throw.
 * Source: as for `marginalFactors`.
 *
 * @example const items = { demand: [100], orderQuantity: [20], sigma: [8], unitValue: [3] };
 *   serviceAt(items, serviceColumns(items), [1]).fillRate ≈ 0.96667
 */
export function serviceAt(
  items: ServiceItems,
  columns: ServiceColumns,
  columnFactors: Float64Array,
  rows?: ArrayLike<number>,
): ServiceLevels {
  const { places, shortagePerLoss, mostShortage, valuePerFactor, weightedDemand } = columns;
  const size = rows?.length ?? items.demand.length;
  const factors = new Float64Array(size);
  const safetyStocks = new Float64Array(size);
  const fillRates = new Float64Array(size).fill(1);
  let shortage = 0;
  let value = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!; // inside the loop's bound, here and below
    const factor = columnFactors[at]!;
    const missing = Math.min(mostShortage[at]!, shortagePerLoss[at]! * normalLoss(factor));
    factors[place] = factor;
    safetyStocks[place] = factor * items.sigma[rows?.[place] ?? place]!;
    fillRates[place] = 1 - missing / mostShortage[at]!;
    shortage += missing;
    value += factor * valuePerFactor[at]!;
  }
  return { factors, safetyStocks, fillRates, fillRate: weightedDemand > 0 ? 1 - shortage / weightedDemand : 1, value };
}
