import { countTable, tableOf, type CountTable } from './count-table.ts';

/** How the demand of one period is distributed; all in one unit of quantity. */
export type DemandShape =
  | { readonly kind: 'fixed'; readonly mean: number }
  | { readonly kind: 'counts'; readonly table: CountTable }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number };

/** Points of a table over the range of a demand; more would cost time and show nowhere. */
const mostPoints = 1024;
/** Below this coefficient of variation a normal distribution is as good as any, and has no mass below 0. */
const narrow = 0.1;

/**
 * The same demand in every period. Does not throw.
 *
 * @example fixedDemand(3) is { kind: 'fixed', mean: 3 }
 */
export function fixedDemand(mean: number): DemandShape {
  return { kind: 'fixed', mean };
}

/**
 * Normal demand; what falls below 0 counts as no demand. Does not throw.
 *
 * @example normalDemand(5, 1) is { kind: 'normal', mean: 5, sd: 1 }
 */
export function normalDemand(mean: number, sd: number): DemandShape {
  return { kind: 'normal', mean, sd };
}

/**
 * Poisson demand in whole units. A mean below 0 is a bug of the caller.
 *
 * @example poissonDemand(6).table.cumulative[0] ≈ 0.002479 (e to the power of -6)
 */
export function poissonDemand(mean: number): DemandShape {
  return { kind: 'counts', table: countTable(mean, mean) };
}

/**
 * Negative binomial demand in whole units. A variance below the mean is a bug of the caller. Source: as for `countTable`.
 *
 * @example negativeBinomialDemand(4, 20).table.cumulative[0] ≈ 0.2000
 */
export function negativeBinomialDemand(mean: number, variance: number): DemandShape {
  return { kind: 'counts', table: countTable(mean, variance) };
}

/**
 * Demand of 0, 1, 2, … units with the given weights, of which one is above 0 (else a bug of the caller).
 *
 * @example empiricalDemand([1, 0, 1]).table.cumulative is [0.5, 0.5, Infinity]
 */
export function empiricalDemand(weights: readonly number[]): DemandShape {
  return { kind: 'counts', table: tableOf(weights, 0, 1) };
}

/**
 * The shape for a demand of which mean and standard deviation are known (rule SIM-4). Mean, deviation and step (the least
 * quantity that is asked for) in one unit. Both moments are kept exactly, but for a normal's tail below 0. Does not throw.
 * - No deviation: the mean itself. A coefficient of variation below 0.1: normal.
 * - A variance above mean·step: negative binomial in steps, in coarser ones where the range would have too many of them, so
 *   that for large quantities it is as good as a gamma distribution.
 * - A variance below that: Poisson in finer steps, as no count in whole steps is that regular.
 *
 * Source: Syntetos, Babai and Altay 2012, On the demand distributions of spare parts, IJPR 50 (negative binomial and gamma).
 *
 * @example [0, 0.2, 4].map((sd) => demandOf(4, sd, 1).kind) is ['fixed', 'normal', 'counts']
 */
export function demandOf(mean: number, sd: number, step: number): DemandShape {
  if (!(mean > 0)) return fixedDemand(0);
  if (!(sd > 0)) return fixedDemand(mean);
  if (sd < narrow * mean) return normalDemand(mean, sd);
  const variance = sd * sd;
  const range = mean + 6 * sd + (20 * variance) / mean;
  const coarse = step * Math.max(1, Math.ceil(range / step / mostPoints));
  const isCount = variance > mean * coarse;
  return { kind: 'counts', table: countTable(mean, variance, isCount ? coarse : variance / mean) };
}
