import type { Frame } from '#core/frame/frame-layout.ts';
import { frameTexts } from '#core/frame/frame-texts.ts';
import { createEstimator } from '#core/simulate/estimate/estimate.ts';
import type { ForecastFrame } from './extend-horizon.ts';
import { numbersPerNode, writeFigures } from './node-figures.ts';
import { createPlanSimulator, type PlanSimulationOptions } from './plan-simulator.ts';
import { addToTotals, createTotals, type PlanTotals } from './plan-totals.ts';

/** What came of a block of whole networks. */
export interface SimulatedBlock {
  readonly firstNode: number;
  /** `numbersPerNode` per node. */
  readonly numbers: Float64Array;
  readonly totals: PlanTotals;
}

/** The currencies of a frame's sites, in the order of their codes, and which a node's money is in. */
export interface FrameCurrencies {
  readonly codes: readonly string[];
  currencyOf(node: number): number;
}

/**
 * Finds the currencies of all sites that have nodes. O(nodes), does not throw.
 *
 * @example currenciesOf(frame).codes is ['EUR']
 */
export function currenciesOf(frame: Frame): FrameCurrencies {
  const texts = frameTexts(frame);
  const bySite = new Map<number, string>();
  for (const site of new Set(frame.nodeSite)) bySite.set(site, texts.currency(site));
  const codes = [...new Set(bySite.values())].sort();
  return { codes, currencyOf: (node) => codes.indexOf(bySite.get(frame.nodeSite[node] ?? 0) ?? '') };
}

/**
 * Simulates blocks of networks of one frame. What comes of a block depends on the data and the options alone, so blocks may be
 * taken in any order and by anyone; their totals are added up in their order. Does not throw.
 *
 * @example const simulate = createBlockSimulator({ frame, forecast }, { days: 14, replications: 1, seed: 1,
 *   isLostSales: false });
 *   totalOf(simulate(0, 1).totals, 0, 'demand') is [140]
 */
export function createBlockSimulator(
  given: ForecastFrame,
  options: PlanSimulationOptions,
): (firstNetwork: number, endNetwork: number) => SimulatedBlock {
  const { frame } = given;
  const simulator = createPlanSimulator(given, options);
  const estimator = createEstimator(options.replications);
  const currencies = currenciesOf(frame);
  return (firstNetwork, endNetwork) => {
    const firstNode = frame.networkStart[firstNetwork] ?? 0;
    const endNode = frame.networkStart[endNetwork] ?? 0;
    const numbers = new Float64Array((endNode - firstNode) * numbersPerNode);
    const totals = createTotals(currencies.codes.length, options.replications);
    for (let network = firstNetwork; network < endNetwork; network += 1) {
      for (const simulated of simulator.simulateNetwork(network)) {
        const { node } = simulated.row;
        writeFigures(frame, simulated, options.days, estimator, numbers, (node - firstNode) * numbersPerNode);
        addToTotals(totals, frame, simulated, currencies.currencyOf(node));
      }
    }
    return { firstNode, numbers, totals };
  };
}
