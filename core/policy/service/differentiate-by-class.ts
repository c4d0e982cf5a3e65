import { differentiateService, type ServiceAllocation, type ServiceTarget } from './differentiate-service.ts';
import type { ServiceItems } from './service-items.ts';

/** Safety stocks of all items, each class with a target of its own; arrays have one entry per item. */
export interface ClassAllocation {
  readonly factors: Float64Array;
  readonly safetyStocks: Float64Array;
  readonly fillRates: Float64Array;
  /** Per class: fill rate, value, multiplier, and whether the target is reached. */
  readonly classes: readonly Omit<ServiceAllocation, 'factors' | 'safetyStocks' | 'fillRates'>[];
}

/**
 * As `differentiateService`, class by class: `targets` has one entry per class, `classes` the class of each item; an item
 * whose class has no target gets no safety stock, and a fill rate of NaN. Numbers out of range are bugs of the caller.
 * Source: as for `marginalFactors`.
 *
 * @example differentiateByClass({ demand: [100, 100], orderQuantity: [20, 20], sigma: [8, 8], unitValue: [1, 10] }, [0, 1],
 *   [{ kind: 'fillRate', fillRate: 0.98 }, { kind: 'budget', value: 80 }]).safetyStocks ≈ [10.0447, 8]
 */
export function differentiateByClass(
  items: ServiceItems,
  classes: ArrayLike<number>,
  targets: readonly ServiceTarget[],
): ClassAllocation {
  const size = items.demand.length;
  const factors = new Float64Array(size);
  const safetyStocks = new Float64Array(size);
  const fillRates = new Float64Array(size).fill(NaN);
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const found = targets.map((target, wanted) => {
    const own = rows.filter((row) => classes[row] === wanted);
    const {
      factors: ownFactors,
      safetyStocks: ownStocks,
      fillRates: ownRates,
      ...summary
    } = differentiateService(items, target, own);
    own.forEach((row, at) => {
      factors[row] = ownFactors[at]!; // one entry per row, here and below
      safetyStocks[row] = ownStocks[at]!;
      fillRates[row] = ownRates[at]!;
    });
    return summary;
  });
  return { factors, safetyStocks, fillRates, classes: found };
}
