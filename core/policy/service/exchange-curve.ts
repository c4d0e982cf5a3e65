import { invariant } from '#core/base/invariant.ts';
import { findRoot } from '#core/statistics/find-root.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { marginalTotals } from './marginal-totals.ts';
import type { ServiceTotals } from './marginal-factors.ts';
import { multiplierRange } from './multiplier-range.ts';
import { serviceAt } from './service-at.ts';
import { mostFactor, serviceColumns, type ServiceColumns, type ServiceItems } from './service-items.ts';

/** Fill rate against value of safety stock. */
export interface ExchangePoint {
  readonly fillRate: number;
  readonly value: number;
}

/** What fill rate costs, in two ways and now. */
export interface ExchangeCurve {
  /** Stock split by one multiplier, from no safety stock up; both coordinates rise. */
  readonly differentiated: readonly (ExchangePoint & { readonly multiplier: number })[];
  /** The same factor for every item, from 0 to 4. */
  readonly uniform: readonly (ExchangePoint & { readonly factor: number })[];
  /** The given safety stocks, where there are some. */
  readonly current: ExchangePoint | undefined;
  /** Value of half the order quantities, which comes on top everywhere. */
  readonly cycleStockValue: number;
}

/** The curve goes up to this share of what a factor of 4 for all would gain; beyond, it is flat. */
const lastGain = 0.9995;
const firstGain = 0.02;

/**
 * The exchange curve of a class of items with `pointCount` points each way (at least 3): multipliers rise by equal
 * factors between a first and a last gain. `safetyStocks`: what is held now, in item units, one entry per item asked for.
 * `rows`: the items asked for, all when absent. O(points × items). Numbers out of range are bugs of the caller.
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., chapters 4 and 7.
 *
 * @example exchangeCurve({ demand: [100], orderQuantity: [20], sigma: [8], unitValue: [3] }, 3).uniform[0] ≈ { factor: 0,
 *   fillRate: 0.840423, value: 0 }
 */
export function exchangeCurve(
  items: ServiceItems,
  pointCount: number,
  safetyStocks?: ArrayLike<number>,
  rows?: ArrayLike<number>,
): ExchangeCurve {
  invariant(pointCount >= 3, 'an exchange curve has at least three points');
  const columns = serviceColumns(items, rows);
  const uniform = Array.from({ length: pointCount }, (_, at) => {
    const factor = (mostFactor * at) / (pointCount - 1);
    return { factor, ...pointOf(columns, uniformTotals(columns, factor)) };
  });
  return {
    differentiated: multipliers(columns, pointCount).map((multiplier) => ({
      multiplier,
      ...pointOf(columns, marginalTotals(columns, Math.log(multiplier))),
    })),
    uniform,
    current: safetyStocks === undefined ? undefined : currentPoint(items, columns, safetyStocks, rows),
    cycleStockValue: cycleStockValue(items, rows),
  };
}

/** From the multiplier of no safety stock in equal factors up to that of the last gain. */
function multipliers(columns: ServiceColumns, pointCount: number): readonly number[] {
  const { low, high } = multiplierRange(columns);
  const least = marginalTotals(columns, Math.log(high)).shortage;
  const gain = marginalTotals(columns, Math.log(low)).shortage - least;
  if (!(gain > 0)) return [low];
  const atGain = (share: number): number => {
    const wanted = least + (1 - share) * gain;
    const missing = (logarithm: number) => wanted - marginalTotals(columns, logarithm).shortage;
    // Where exactly the curve begins and ends does not matter.
    return findRoot(missing, Math.log(low), Math.log(high), 0.01);
  };
  const [first, last] = [atGain(firstGain), atGain(lastGain)];
  const steps = pointCount - 2;
  const rest = Array.from({ length: pointCount - 1 }, (_, at) => Math.exp(first + ((last - first) * at) / steps));
  return [low, ...rest];
}

function uniformTotals({ shortagePerLoss, mostShortage, valuePerFactor }: ServiceColumns, factor: number): ServiceTotals {
  const loss = normalLoss(factor);
  let shortage = 0;
  let value = 0;
  for (let at = 0; at < shortagePerLoss.length; at += 1) {
    shortage += Math.min(mostShortage[at]!, shortagePerLoss[at]! * loss); // inside the loop's bound
    value += valuePerFactor[at]! * factor; // inside the loop's bound
  }
  return { shortage, value };
}

function pointOf({ weightedDemand }: ServiceColumns, { shortage, value }: ServiceTotals): ExchangePoint {
  return { fillRate: weightedDemand > 0 ? 1 - shortage / weightedDemand : 1, value };
}

/** What is held now may lie below 0 or above 4 deviations; all of it has a value, also where no factor matters. */
function currentPoint(
  items: ServiceItems,
  columns: ServiceColumns,
  safetyStocks: ArrayLike<number>,
  rows: ArrayLike<number> | undefined,
): ExchangePoint {
  const factors = Float64Array.from(columns.places, (place) => {
    return (safetyStocks[place] ?? 0) / items.sigma[rows?.[place] ?? place]!; // items in the columns have a deviation
  });
  const { fillRate } = serviceAt(items, columns, factors, rows);
  let value = 0;
  for (let place = 0; place < safetyStocks.length; place += 1) {
    value += safetyStocks[place]! * items.unitValue[rows?.[place] ?? place]!; // one entry per item asked for
  }
  return { fillRate, value };
}

function cycleStockValue({ demand, orderQuantity, unitValue }: ServiceItems, rows: ArrayLike<number> | undefined): number {
  let value = 0;
  for (let at = 0; at < (rows?.length ?? demand.length); at += 1) {
    const row = rows?.[at] ?? at;
    if (demand[row]! > 0) value += (orderQuantity[row]! / 2) * unitValue[row]!; // rows are the caller's to bound
  }
  return value;
}
