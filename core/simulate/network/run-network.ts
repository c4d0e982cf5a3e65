import { createFigures, keepRow } from '#core/simulate/item/item-figures.ts';
import type { ItemSetup, SimulationLength } from '#core/simulate/item/item-setup.ts';
import { measures } from '#core/simulate/item/measures.ts';
import { runItem, type ItemOutcome } from '#core/simulate/item/run-item.ts';
import { fillWords } from '#core/simulate/random/random-stream.ts';
import { drawDemand, isRandom } from '#core/simulate/sample/demand-path.ts';
import { createNetworkState } from './network-state.ts';
import { cellsPerRow } from './row-cells.ts';
import { simulateNetwork } from './simulate-network.ts';
import type { SupplyLinks } from './supply-links.ts';

/**
 * Simulates the item-locations of a network, whoever supplies another behind it; outcomes come in their order. Every row draws
 * from a stream of its own name, so that a change at one of them leaves the random numbers of the others as they are.
 * O(rows × periods × replications), does not throw.
 * Source: SIM-6 to SIM-12.
 *
 * @example const setup = plainSetup({ demand: steadyDemand(fixedDemand(2), 10), leadTime: fixedLeadTime(1, 10),
 *   rules: baseStock(2, 10), openingStock: 2 }, 10);
 *   const source = { ...setup, demand: steadyDemand(fixedDemand(0), 10) };
 *   runNetwork([setup, source], treeLinks([1, -1]), { periods: 10, warmup: 0, replications: 1, seed: 1 })[1].figures.asked
 *   is [20]
 */
export function runNetwork(setups: readonly ItemSetup[], links: SupplyLinks, length: SimulationLength): readonly ItemOutcome[] {
  const [first] = setups;
  if (setups.length === 1 && first !== undefined && links.partRow.length === 0) return [runItem(first, length)];
  const { periods, replications, seed } = length;
  const words = new Uint32Array(periods);
  const state = createNetworkState(setups, links, length);
  const rows = setups.map((setup, row) => ({
    setup,
    stream: { ...setup.name, seed },
    demand: state.demand.subarray(row * periods, (row + 1) * periods),
    hasChance: isRandom(setup.demand),
    counted: state.cells.subarray(row * cellsPerRow, row * cellsPerRow + measures.length),
    figures: createFigures(replications),
  }));
  for (let replication = 0; replication < replications; replication += 1) {
    for (const { setup, stream, demand, hasChance } of rows) {
      if (hasChance) fillWords(stream, replication, 'demand', words);
      if (hasChance || replication === 0) drawDemand(setup.demand, words, demand);
    }
    for (const leadTime of state.leadTimes) leadTime.replication = replication;
    simulateNetwork(state);
    for (const { figures, counted } of rows) keepRow(figures, replication, counted);
  }
  return rows.map(({ figures }, row) => ({
    figures,
    shortShare: Float64Array.from(
      state.shortPeriods.subarray(row * periods, (row + 1) * periods),
      (count) => count / replications,
    ),
  }));
}
