import { invariant } from '#core/base/invariant.ts';
import type { SerialSystem } from './serial-system.ts';

/** What bounds the best echelon level of a stage, in units. */
export interface SerialBounds {
  readonly low: number;
  readonly high: number;
}

/** A stage that adds no cost would hold without end; what is beyond this share is not worth the digits. */
const mostShare = 1 - 1e-9;

/**
 * Bounds of the best echelon level of every stage, upstream first: the newsvendor levels for the demand from the stage
 * down to the customers if all stock below were as dear as at the customers, and as cheap as at the stage itself.
 * Costs or times out of range are bugs of the caller. Source: Shang and Song 2003, Management Science 49.
 *
 * @example const stage = { echelonHoldingCost: 1, leadTime: 1 };
 *   serialBounds({ stages: [stage, stage], stockoutCost: 15, demandOver: (t) => normalDistribution(100 * t, 15 * Math.sqrt(t)),
 *   isWhole: false })[0] ≈ { low: 225.176, high: 232.544 } (Snyder and Shen, problem 6.1)
 */
export function serialBounds({ stages, stockoutCost, demandOver }: SerialSystem): readonly SerialBounds[] {
  invariant(stockoutCost > 0, 'a stockout costs something');
  const total = stages.reduce((sum, { echelonHoldingCost }) => sum + echelonHoldingCost, 0);
  let served = stockoutCost;
  return stages.map(({ echelonHoldingCost, leadTime }, stage) => {
    invariant(echelonHoldingCost >= 0 && leadTime >= 0, 'holding costs and lead times are not negative');
    const demand = demandOver(stages.slice(stage).reduce((sum, below) => sum + below.leadTime, 0));
    const levelAt = (share: number): number => demand.quantile(Math.min(share, mostShare));
    const low = levelAt(served / (stockoutCost + total));
    const high = levelAt(served / (served + echelonHoldingCost));
    served += echelonHoldingCost;
    return { low, high };
  });
}
