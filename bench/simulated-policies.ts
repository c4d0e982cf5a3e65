import { plainSetup, type ItemSetup, type SimulationLength } from '#core/simulate/item/item-setup.ts';
import { baseStock, fillUp, noOrders, orderLots } from '#core/simulate/item/order-rules.ts';
import { runItem } from '#core/simulate/item/run-item.ts';
import { runNetwork } from '#core/simulate/network/run-network.ts';
import { treeLinks } from '#core/simulate/network/supply-links.ts';
import { steadyDemand } from '#core/simulate/sample/demand-path.ts';
import {
  fixedDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
  type DemandShape,
} from '#core/simulate/sample/demand-shape.ts';
import { fixedLeadTime, randomLeadTime } from '#core/simulate/sample/lead-time.ts';

/** One policy to time: how many node-periods a run of it takes through. */
export interface TimedPolicy {
  readonly name: string;
  readonly nodePeriods: number;
  run(seed: number): void;
}

const periods = 2200;
const length: SimulationLength = { periods, warmup: 200, replications: 500, seed: 0 };
const networkPeriods = 1200;

function item(
  demand: DemandShape,
  given: Omit<Partial<ItemSetup>, 'demand'> & Pick<ItemSetup, 'rules' | 'openingStock'>,
): ItemSetup {
  return plainSetup({ leadTime: fixedLeadTime(4, periods), ...given, demand: steadyDemand(demand, periods) }, periods);
}

function ofItem(name: string, setup: ItemSetup): TimedPolicy {
  return { name, nodePeriods: periods * length.replications, run: (seed) => void runItem(setup, { ...length, seed }) };
}

function network(
  name: string,
  sources: readonly number[],
  demands: readonly DemandShape[],
  levels: readonly number[],
): TimedPolicy {
  const setups = sources.map((_, row) =>
    plainSetup(
      {
        name: { item: 1, site: row },
        demand: steadyDemand(demands[row] ?? fixedDemand(0), networkPeriods),
        leadTime: fixedLeadTime(2, networkPeriods),
        rules: baseStock(levels[row] ?? 0, networkPeriods),
        openingStock: levels[row] ?? 0,
      },
      networkPeriods,
    ),
  );
  const links = treeLinks(sources);
  return {
    name,
    nodePeriods: networkPeriods * length.replications * sources.length,
    run: (seed) => void runNetwork(setups, links, { ...length, periods: networkPeriods, seed }),
  };
}

/** Policies like those of the reference cases, each with draws, statistics and all. */
export const timedPolicies: readonly TimedPolicy[] = [
  ofItem('(s, S), Poisson', item(poissonDemand(6), { rules: fillUp(20, 50, periods), openingStock: 50 })),
  ofItem(
    '(s, nQ), negative binomial',
    item(negativeBinomialDemand(4, 20), { rules: orderLots(30, 36, periods), openingStock: 50 }),
  ),
  ofItem(
    '(s, nQ), random lead time, crossing',
    item(negativeBinomialDemand(4, 12), {
      leadTime: randomLeadTime({ '3': 0.2, '5': 0.5, '8': 0.2, '14': 0.1 }, periods, true),
      rules: orderLots(34, 40, periods),
      openingStock: 50,
    }),
  ),
  ofItem(
    '(s, nQ), random lead time, in order',
    item(negativeBinomialDemand(4, 12), {
      leadTime: randomLeadTime({ '3': 0.2, '5': 0.5, '8': 0.2, '14': 0.1 }, periods, false),
      rules: orderLots(34, 40, periods),
      openingStock: 50,
    }),
  ),
  ofItem('(R, S), every 5 periods', item(negativeBinomialDemand(4, 12), { rules: baseStock(55, periods, 5), openingStock: 55 })),
  ofItem('base stock', item(negativeBinomialDemand(2, 6), { rules: baseStock(15, periods), openingStock: 15 })),
  ofItem(
    'base stock, lost sales',
    item(negativeBinomialDemand(2, 6), { rules: baseStock(15, periods), openingStock: 15, isLostSales: true }),
  ),
  ofItem('(s, S), normal demand', item(normalDemand(100, 30), { rules: fillUp(500, 900, periods), openingStock: 900 })),
  ofItem(
    'given receipts',
    item(poissonDemand(6), { rules: noOrders(periods), openingStock: 20, receipts: new Float64Array(periods).fill(6) }),
  ),
  network('two echelons: 3 retailers, base stock', [3, 3, 3, -1], [4, 8, 12].map(poissonDemand), [15, 24, 48, 100]),
  network('serial: 3 stages, base stock', [1, 2, -1], [poissonDemand(5)], [16, 12, 12]),
];
