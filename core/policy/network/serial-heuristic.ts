import { localLevels } from './local-levels.ts';
import { serialBounds } from './serial-bounds.ts';
import type { SerialLevels, SerialSystem } from './serial-system.ts';

/**
 * Near-optimal base-stock levels of a serial line by two newsvendor quantiles per stage, their mean taken as the level;
 * costs lie within a fraction of a percent of the best in published trials. Levels are not rounded, so whole demand may
 * give a half. O(stages) quantiles; costs or times out of range are bugs of the caller.
 * Source: Shang and Song 2003, Management Science 49; Snyder and Shen, 2nd ed., section 6.2.
 *
 * @example const stage = { echelonHoldingCost: 1, leadTime: 1 };
 *   serialHeuristic({ stages: [stage, stage], stockoutCost: 15, demandOver: (t) => normalDistribution(100 * t,
 *   15 * Math.sqrt(t)), isWhole: false }).echelonLevels ≈ [228.860, 123.471] (Snyder and Shen, problem 6.1)
 */
export function serialHeuristic(system: SerialSystem): SerialLevels {
  const echelonLevels = serialBounds(system).map(({ low, high }) => (low + high) / 2);
  return { echelonLevels, localLevels: localLevels(echelonLevels) };
}
