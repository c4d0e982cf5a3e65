import { findRoot } from '#core/statistics/find-root.ts';
import { marginalFactors } from './marginal-factors.ts';
import { marginalTotals } from './marginal-totals.ts';
import { multiplierRange } from './multiplier-range.ts';
import { serviceAt, type ServiceLevels } from './service-at.ts';
import { serviceColumns, type ServiceItems } from './service-items.ts';

/** What the safety stocks of a class have to reach together: a share of 0 to 1, or a value they may not exceed. */
export type ServiceTarget =
  { readonly kind: 'fillRate'; readonly fillRate: number } | { readonly kind: 'budget'; readonly value: number };

/** Safety stocks of one class of items. */
export interface ServiceAllocation extends ServiceLevels {
  /** Cost of a unit short that makes these stocks the best: value of stock per weighted unit short. */
  readonly multiplier: number;
  /** False where even a factor of 4 for all falls short of the fill rate, or nothing fits the budget. */
  readonly isReached: boolean;
}

/** The multiplier is found to this relative precision: fill rates are then exact to some 1e-11. */
const multiplierPrecision = 1e-11;
const reachedSlack = 1e-9;

/**
 * Splits safety stock over items so that their value is least for a fill rate over all of them, or their fill rate
 * highest for a value: one multiplier for all, found on a logarithmic scale, so that every unit of money saves the same
 * shortage. Normal demand over lead time and review; shortage of an item (D ÷ Q)·σ·G(k), at most its demand; 0 ≤ k ≤ 4.
 * `rows`: the items asked for, all when absent. About 20 passes over the items. Numbers out of range are bugs of the caller.
 * Source: as for `marginalFactors`.
 *
 * @example differentiateService({ demand: [100, 100], orderQuantity: [20, 20], sigma: [8, 8], unitValue: [1, 10] },
 *   { kind: 'fillRate', fillRate: 0.97 }).factors ≈ [1.9782, 0.707805]
 */
export function differentiateService(items: ServiceItems, target: ServiceTarget, rows?: ArrayLike<number>): ServiceAllocation {
  const columns = serviceColumns(items, rows);
  const { low, high } = multiplierRange(columns);
  const missing =
    target.kind === 'fillRate'
      ? (logarithm: number) => (1 - target.fillRate) * columns.weightedDemand - marginalTotals(columns, logarithm).shortage
      : (logarithm: number) => marginalTotals(columns, logarithm).value - target.value;
  const multiplier =
    missing(Math.log(low)) >= 0
      ? low
      : missing(Math.log(high)) <= 0
        ? high
        : Math.exp(findRoot(missing, Math.log(low), Math.log(high), multiplierPrecision));
  const factors = new Float64Array(columns.places.length);
  marginalFactors(columns, multiplier, factors);
  const levels = serviceAt(items, columns, factors, rows);
  const isReached =
    target.kind === 'fillRate'
      ? levels.fillRate >= target.fillRate - reachedSlack
      : levels.value <= target.value * (1 + reachedSlack);
  return { ...levels, multiplier, isReached };
}
