import { fillWords } from '#core/simulate/random/random-stream.ts';
import { drawDemand, isRandom } from '#core/simulate/sample/demand-path.ts';
import { createLeadTimeDraw, longestLeadTime } from '#core/simulate/sample/lead-time.ts';
import { createFigures, keepRow, type ItemFigures } from './item-figures.ts';
import type { ItemSetup, SimulationLength } from './item-setup.ts';
import { createMeasureRow } from './measures.ts';
import { createItemMemory, simulateItem, type ItemRun } from './simulate-item.ts';

/** What came of an item-location. */
export interface ItemOutcome {
  readonly figures: ItemFigures;
  /** For each period the share of replications in which demand went unserved: the probability of a stock-out. */
  readonly shortShare: Float64Array;
}

/**
 * Simulates one item-location that orders from a supplier with unlimited stock. Replications differ in their random numbers
 * alone, and setups with the same name and seed see the same ones in every period. O(periods × replications), does not throw.
 * Source: SIM-6 to SIM-9.
 *
 * @example const setup = plainSetup({ demand: steadyDemand(fixedDemand(2), 10), leadTime: fixedLeadTime(1, 10),
 *   rules: baseStock(2, 10), openingStock: 2 }, 10);
 *   runItem(setup, { periods: 10, warmup: 0, replications: 2, seed: 1 }).figures.filled is [20, 20]
 */
export function runItem(setup: ItemSetup, length: SimulationLength): ItemOutcome {
  const { periods, replications, warmup, seed } = length;
  const words = new Uint32Array(periods);
  const demand = new Float64Array(periods);
  const shortPeriods = new Uint32Array(periods);
  const stream = { ...setup.name, seed };
  const leadTime = createLeadTimeDraw(setup.leadTime, stream);
  const run: ItemRun = { ...setup, demand, leadTime, warmup };
  const memory = createItemMemory(longestLeadTime(setup.leadTime) + setup.rules.mostWait);
  const figures = createFigures(replications);
  const row = createMeasureRow();
  const hasChance = isRandom(setup.demand);
  for (let replication = 0; replication < replications; replication += 1) {
    leadTime.replication = replication;
    if (hasChance) fillWords(stream, replication, 'demand', words);
    if (hasChance || replication === 0) drawDemand(setup.demand, words, demand);
    simulateItem(run, memory, row, shortPeriods);
    keepRow(figures, replication, row);
  }
  return { figures, shortShare: Float64Array.from(shortPeriods, (count) => count / replications) };
}
