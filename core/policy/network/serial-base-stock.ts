import { echelonCost, type EchelonCost } from './echelon-cost.ts';
import { gridDemand } from './grid-demand.ts';
import { localLevels } from './local-levels.ts';
import { serialBounds } from './serial-bounds.ts';
import type { SerialLevels, SerialSystem } from './serial-system.ts';

/** Grid steps per standard deviation of the stage with the least uncertain demand: costs are good to about 1e-5. */
const stepsPerSd = 50;

/** Grid steps up to the mean where no demand is uncertain. */
const stepsIfCertain = 1000;

/**
 * The best base-stock levels of a serial line and their expected cost per period, stock on the way included. Stage by
 * stage from the customers up: what an echelon costs at a level is what it costs to hold plus what the next one costs
 * with what it then gets; the level of least cost is the stage's own, and beyond it the next one gets no more.
 * Exact for whole demand; else on a grid, levels interpolated. O(stages × grid of the levels × grid of a lead time).
 * Costs or times out of range are bugs of the caller.
 * Source: Clark and Scarf 1960, Management Science 6; Chen and Zheng 1994, Management Science 40; Snyder and Shen, 2nd
 * ed., section 6.2.
 *
 * @example const stages = [{ echelonHoldingCost: 2, leadTime: 2 }, { echelonHoldingCost: 2, leadTime: 1 },
 *   { echelonHoldingCost: 3, leadTime: 1 }];
 *   serialBaseStock({ stages, stockoutCost: 37.12, demandOver: (t) => normalDistribution(5 * t, Math.sqrt(t)),
 *   isWhole: false }).echelonLevels ≈ [22.71, 12.02, 6.49] (Snyder and Shen, example 6.1)
 */
export function serialBaseStock(system: SerialSystem): SerialLevels & { readonly cost: number } {
  const step = gridStep(system);
  const highs = serialBounds(system).map(({ high }) => Math.ceil(high / step) + 1);
  const costs = echelonCosts(system, step, highs, () => undefined);
  const echelonLevels = costs.map(({ level }) => level * step);
  return { echelonLevels, localLevels: localLevels(echelonLevels), cost: costs[0]?.costs.at(-1) ?? 0 };
}

/**
 * Expected cost per period of any echelon levels, upstream first and in units; on the grid of `serialBaseStock`, whole levels
 * for whole demand. Costs or times out of range are bugs of the caller. Source: as for `serialBaseStock`.
 *
 * @example serialCost({ stages: [{ echelonHoldingCost: 1, leadTime: 1 }], stockoutCost: 4,
 *   demandOver: () => poissonDistribution(6), isWhole: true }, [8]) ≈ 3.57011
 */
export function serialCost(system: SerialSystem, echelonLevels: readonly number[]): number {
  const step = gridStep(system);
  const levels = system.stages.map((_, stage) => Math.round((echelonLevels[stage] ?? 0) / step));
  return echelonCosts(system, step, levels, (stage) => levels[stage])[0]?.costs.at(-1) ?? 0;
}

/** The costs of all echelons, upstream first; `highs` and the levels, where they are given, in grid steps. */
function echelonCosts(
  { stages, stockoutCost, demandOver, isWhole }: SerialSystem,
  step: number,
  highs: readonly number[],
  levelOf: (stage: number) => number | undefined,
): readonly EchelonCost[] {
  const total = stages.reduce((sum, { echelonHoldingCost }) => sum + echelonHoldingCost, 0);
  // A unit that waits costs the stockout, and is held nowhere though every echelon counts it as minus one.
  const waiting: EchelonCost = { low: 0, costs: Float64Array.of(0), slope: -(stockoutCost + total) * step, level: 0 };
  let below = waiting;
  return stages
    .toReversed()
    .map(({ echelonHoldingCost, leadTime }, fromBelow) => {
      const stage = stages.length - 1 - fromBelow;
      below = echelonCost({
        below,
        holdingPerStep: echelonHoldingCost * step,
        demand: gridDemand(demandOver(leadTime), step),
        high: highs[stage] ?? 0,
        level: levelOf(stage),
        isWhole,
      });
      return below;
    })
    .reverse();
}

function gridStep({ stages, demandOver, isWhole }: SerialSystem): number {
  if (isWhole) return 1;
  const demands = stages.map(({ leadTime }) => demandOver(leadTime));
  const leastVariance = Math.min(...demands.map(({ variance }) => (variance > 0 ? variance : Infinity)));
  if (leastVariance < Infinity) return Math.sqrt(leastVariance) / stepsPerSd;
  return demands.reduce((sum, { mean }) => sum + mean, 0) / stepsIfCertain || 1;
}
