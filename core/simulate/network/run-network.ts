import { createFigures, keepRow } from '#core/simulate/item/item-figures.ts';
import type { ItemSetup, SimulationLength } from '#core/simulate/item/item-setup.ts';
import { measures } from '#core/simulate/item/measures.ts';
import { runItem, type ItemOutcome } from '#core/simulate/item/run-item.ts';
import { fillWords } from '#core/simulate/random/random-stream.ts';
import { drawDemand, isRandom } from '#core/simulate/sample/demand-path.ts';
import { drawLeadTimes } from '#core/simulate/sample/lead-time.ts';
import { createNetworkState } from './network-state.ts';
import { cellsPerRow } from './row-cells.ts';
import { simulateNetwork } from './simulate-network.ts';
import type { SupplyLinks } from './supply-links.ts';

/**
 * Simulates the item-locations of a network, whoever supplies another behind it; outcomes come in their order. Every row draws
 * from a stream of its own name, so that a change at one of them leaves the random numbers of the others as they are.
 * O(rows × periods × replications), does not throw.
 *
 * @example runNetwork([retailer, retailer, warehouse], treeLinks([2, 2, -1]), length)[2].figures.asked
 */
export function runNetwork(setups: readonly ItemSetup[], links: SupplyLinks, length: SimulationLength): readonly ItemOutcome[] {
  const [first] = setups;
  if (setups.length === 1 && first !== undefined && links.partRow.length === 0) return [runItem(first, length)];
  const { periods, replications, warmup, seed } = length;
  const words = new Uint32Array(periods);
  const state = createNetworkState(setups, links, periods, warmup);
  const rows = setups.map((setup, row) => ({
    setup,
    stream: { ...setup.name, seed },
    demand: state.demand.subarray(row * periods, (row + 1) * periods),
    leadTimes: state.leadTimes.subarray(row * periods, (row + 1) * periods),
    counted: state.cells.subarray(row * cellsPerRow, row * cellsPerRow + measures.length),
    figures: createFigures(replications),
  }));
  for (let replication = 0; replication < replications; replication += 1) {
    for (const { setup, stream, demand, leadTimes } of rows) {
      if (isRandom(setup.demand)) fillWords(stream, replication, 'demand', words);
      if (replication === 0 || isRandom(setup.demand)) drawDemand(setup.demand, words, demand);
      if (setup.leadTime.extra !== undefined) fillWords(stream, replication, 'leadTime', words);
      if (replication === 0 || setup.leadTime.extra !== undefined) drawLeadTimes(setup.leadTime, words, leadTimes);
    }
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
