import { invariant } from '#core/base/invariant.ts';
import { normalExceedance } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';

/** Items that share a service target, one entry per item; quantities in the item's own unit. */
export interface ServiceItems {
  /** Demand a year (or any one time), at or above 0. */
  readonly demand: ArrayLike<number>;
  /** Usual order quantity, above 0 wherever there is demand. */
  readonly orderQuantity: ArrayLike<number>;
  /** Deviation of the demand over lead time and review, at or above 0. */
  readonly sigma: ArrayLike<number>;
  /** Value of a unit in stock, at or above 0. */
  readonly unitValue: ArrayLike<number>;
  /** What a unit short counts: absent 1 for a fill rate in units, `unitValue` for one in value. */
  readonly shortageWeight?: ArrayLike<number>;
}

/** Safety factors are bounded: a negative safety stock is not held, and beyond 4 the normal says nothing about real demand. */
export const mostFactor = 4;
export const lossAtZero = normalLoss(0);
export const lossAtMost = normalLoss(mostFactor);
export const exceedanceAtMost = normalExceedance(mostFactor);

/** The items whose fill depends on a safety factor, as columns of what the search needs. */
export interface ServiceColumns {
  /** Place of each among the items asked for. */
  readonly places: Uint32Array;
  /** v·Q ÷ (w·D): P(Z > k) of the best factor, for a multiplier of 1. */
  readonly ratio: Float64Array;
  readonly logRatio: Float64Array;
  /** Weighted shortage per unit of G(k): w·(D ÷ Q)·σ. */
  readonly shortagePerLoss: Float64Array;
  /** Weighted demand w·D: an item cannot be short of more. */
  readonly mostShortage: Float64Array;
  /** Value of the safety stock of k = 1: v·σ. */
  readonly valuePerFactor: Float64Array;
  /** Weighted demand of all items asked for, also of those that never fall short. */
  readonly weightedDemand: number;
}

/**
 * The columns of the items in `rows` (all when absent). Items without demand, weight or deviation never fall short and are
 * left out. Numbers out of range are bugs of the caller. O(rows).
 * Source: as for `marginalFactors`.
 *
 * @example serviceColumns({ demand: [100], orderQuantity: [20], sigma: [8], unitValue: [3] }).valuePerFactor is [24]
 */
export function serviceColumns(items: ServiceItems, rows?: ArrayLike<number>): ServiceColumns {
  const { demand, orderQuantity, sigma, unitValue, shortageWeight } = items;
  const size = rows?.length ?? demand.length;
  const places = new Uint32Array(size);
  const ratio = new Float64Array(size);
  const logRatio = new Float64Array(size);
  const shortagePerLoss = new Float64Array(size);
  const mostShortage = new Float64Array(size);
  const valuePerFactor = new Float64Array(size);
  let count = 0;
  let weightedDemand = 0;
  for (let at = 0; at < size; at += 1) {
    const row = rows?.[at] ?? at;
    const value = unitValue[row]!; // rows are the caller's to bound, here and below
    const deviation = sigma[row]!;
    const asked = (shortageWeight?.[row] ?? 1) * demand[row]!;
    invariant(asked >= 0 && deviation >= 0 && value >= 0, 'demand, weight, deviation and value of an item are not negative');
    weightedDemand += asked;
    if (asked === 0 || deviation === 0) continue;
    const orders = asked / orderQuantity[row]!;
    invariant(orders > 0 && orders < Infinity, 'an item with demand has an order quantity above 0');
    places[count] = at;
    ratio[count] = value / orders;
    logRatio[count] = Math.log(value / orders);
    shortagePerLoss[count] = orders * deviation;
    mostShortage[count] = asked;
    valuePerFactor[count] = value * deviation;
    count += 1;
  }
  return {
    places: places.subarray(0, count),
    ratio: ratio.subarray(0, count),
    logRatio: logRatio.subarray(0, count),
    shortagePerLoss: shortagePerLoss.subarray(0, count),
    mostShortage: mostShortage.subarray(0, count),
    valuePerFactor: valuePerFactor.subarray(0, count),
    weightedDemand,
  };
}
