import { createNodeWork } from '#core/plan/node-work.ts';
import { planNode } from '#core/plan/plan-node.ts';
import { frameTexts } from '#core/frame/frame-texts.ts';
import { runNetwork } from '#core/simulate/network/run-network.ts';
import type { ItemOutcome } from '#core/simulate/item/run-item.ts';
import { hashName } from '#core/simulate/random/random-stream.ts';
import { extendHorizon, lookAheadDays, type ForecastFrame } from './extend-horizon.ts';
import { plannedLinks } from './planned-links.ts';
import { plannedRow, type PlannedRow } from './planned-row.ts';

/** How a plan is simulated. */
export interface PlanSimulationOptions {
  /** Days from the plan day on. */
  readonly days: number;
  readonly replications: number;
  readonly seed: number;
  /** Whether demand that finds no stock is lost; otherwise it waits. */
  readonly isLostSales: boolean;
}

/** A node and what became of it. */
export interface SimulatedNode {
  readonly row: PlannedRow;
  readonly outcome: ItemOutcome;
}

/** Simulates networks of one frame; keeps its memory from network to network. */
export interface PlanSimulator {
  /** Plans a network and runs its nodes through all replications; they come in planning order. */
  simulateNetwork(network: number): readonly SimulatedNode[];
}

/**
 * Simulates a frame under its own policies (rules SIM-20 to SIM-29). Every network is planned first: the kernel that plans says what is
 * expected, protected and due, so that simulation and plan cannot mean different things. O(nodes × days × replications).
 * Does not throw.
 *
 * @example const simulator = createPlanSimulator({ frame, forecast }, { days: 14, replications: 1, seed: 1,
 *   isLostSales: false });
 *   simulator.simulateNetwork(0)[0].outcome.figures.demand is [140000]
 */
export function createPlanSimulator(given: ForecastFrame, options: PlanSimulationOptions): PlanSimulator {
  const { days, replications, seed, isLostSales } = options;
  const { frame, forecast } = extendHorizon(given, days + lookAheadDays(given.frame));
  const work = createNodeWork(frame, forecast);
  const texts = frameTexts(frame);
  const length = { periods: days, warmup: 0, replications, seed };

  function rowOf(node: number): PlannedRow {
    planNode(work, node);
    // Ids, not positions: an item that is added moves the others, and may not change what they draw.
    const item = hashName(texts.itemId(frame.nodeItem[node] ?? 0));
    const site = hashName(texts.siteId(frame.nodeSite[node] ?? 0));
    return plannedRow(work, days, { item, site }, isLostSales);
  }
  return {
    simulateNetwork(network) {
      const first = frame.networkStart[network] ?? 0;
      work.networkEnd = frame.networkStart[network + 1] ?? 0;
      work.postings.clear(first, work.networkEnd);
      work.orderLines.length = 0;
      const rows: PlannedRow[] = [];
      for (let node = first; node < work.networkEnd; node += 1) rows.push(rowOf(node));
      const outcomes = runNetwork(
        rows.map(({ setup }) => setup),
        plannedLinks(frame, rows),
        length,
      );
      return rows.flatMap((row, index) => {
        const outcome = outcomes[index];
        return outcome === undefined ? [] : [{ row, outcome }];
      });
    },
  };
}
