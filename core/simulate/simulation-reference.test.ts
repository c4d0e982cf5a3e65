import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEstimator, type Estimate } from './estimate/estimate.ts';
import { describeItem, type ItemDescription } from './item/describe-item.ts';
import { plainSetup } from './item/item-setup.ts';
import { baseStock, fillUp, orderLots, type OrderRules } from './item/order-rules.ts';
import { runItem, type ItemOutcome } from './item/run-item.ts';
import { localLevels } from './network/local-levels.ts';
import { runNetwork } from './network/run-network.ts';
import { treeLinks } from './network/supply-links.ts';
import { steadyDemand } from './sample/demand-path.ts';
import { fixedDemand, negativeBinomialDemand, normalDemand, poissonDemand } from './sample/demand-shape.ts';
import { fixedLeadTime, randomLeadTime } from './sample/lead-time.ts';

interface ReferenceCase {
  readonly kind: string;
  readonly id: string;
}

interface Figure {
  readonly mean: number;
  readonly ci95_halfwidth: number;
}

interface SingleCase extends ReferenceCase {
  readonly demand: 'poisson' | 'negbin';
  readonly demand_par: { readonly mean: number; readonly variance?: number };
  readonly lead_time_pmf: Readonly<Record<string, number>>;
  readonly policy: { readonly type: string; readonly s?: number; readonly S?: number; readonly Q?: number; readonly R?: number };
  readonly h: number;
  readonly p: number;
  readonly K: number;
  readonly lost_sales: boolean;
  readonly start_on_hand: number;
  readonly periods: number;
  readonly warmup: number;
  readonly exact?: Readonly<Record<string, number>>;
  readonly simulated: Readonly<Record<string, Figure>>;
}

interface Retailer {
  readonly mean: number;
  readonly lead_time: number;
  readonly S: number;
  readonly h: number;
  readonly p: number;
}

interface TwoEchelonCase extends ReferenceCase {
  readonly warehouse: { readonly lead_time: number; readonly S: number; readonly h: number };
  readonly retailers: readonly Retailer[];
  readonly periods: number;
  readonly warmup: number;
  readonly simulated: {
    readonly retailers: readonly Readonly<Record<string, Figure>>[];
    readonly warehouse_avg_on_hand: Figure;
    readonly warehouse_avg_backlog: Figure;
    readonly cost_per_period: Figure;
  };
}

interface SerialCase extends ReferenceCase {
  readonly echelon_S: Readonly<Record<string, number>>;
  readonly local_S: Readonly<Record<string, number>>;
  readonly avg_cost: number;
  readonly ci95: number;
  readonly analytic_cost: number;
}

/** Cases with exact values or 20,000 to 40,000 replications, each kind with its own fields. */
const cases = JSON.parse(
  readFileSync(new URL('testing/simulation-cases.json', import.meta.url), 'utf8'),
) as readonly ReferenceCase[]; // a fixture: another shape fails its test

function casesOf(kind: string): readonly ReferenceCase[] {
  return cases.filter((each) => each.kind === kind);
}

const singleCases = casesOf('single') as readonly SingleCase[]; // the kind says which fields there are
const twoEchelonCases = casesOf('two_echelon') as readonly TwoEchelonCase[]; // the same
const serialCases = casesOf('serial') as readonly SerialCase[]; // the same

/** Within 3 standard errors of both together; a reference without one is exact. */
function expectNear(name: string, found: Estimate | undefined, expected: number, halfWidth = 0): void {
  const allowed = 3 * Math.hypot(found?.standardError ?? 0, halfWidth / 1.96);
  expect(Math.abs((found?.mean ?? NaN) - expected), `${name}: ${found?.mean ?? NaN} for ${expected}`).toBeLessThanOrEqual(
    allowed,
  );
}

function rulesOf({ policy, periods }: SingleCase): OrderRules {
  const { type, s = 0, S = 0, Q = 0, R = 1 } = policy;
  if (type === 'sS') return fillUp(s, S, periods, R);
  return type === 'snQ' ? orderLots(s, Q, periods, R) : baseStock(S, periods, R);
}

function simulateSingle(one: SingleCase, seed: number, replications: number): ItemDescription {
  const { demand, demand_par: parameters, lead_time_pmf: shares, periods, warmup } = one;
  const { mean, variance = mean } = parameters;
  const setup = plainSetup(
    {
      name: { item: cases.findIndex(({ id }) => id === one.id), site: 0 },
      demand: steadyDemand(demand === 'poisson' ? poissonDemand(mean) : negativeBinomialDemand(mean, variance), periods),
      leadTime: randomLeadTime(shares, periods, true),
      rules: rulesOf(one),
      openingStock: one.start_on_hand,
      isLostSales: one.lost_sales,
    },
    periods,
  );
  const { figures } = runItem(setup, { periods, warmup, replications, seed });
  const costs = { holding: one.h, shortage: one.p, order: one.K };
  return describeItem(figures, periods - warmup, costs, createEstimator(replications));
}

const figuresOf = (found: ItemDescription): Readonly<Record<string, Estimate | undefined>> => ({
  fill_rate: found.fillRate,
  avg_on_hand: found.onHand,
  avg_backorders: found.backorders,
  orders_per_period: found.ordersPerPeriod,
  ready_rate: found.readyRate,
  cost_per_period: found.costPerPeriod,
  lost_per_period: found.lostPerPeriod,
});

describe('reference cases of one item-location', () => {
  it.each(singleCases)('$id lies within 3 standard errors of the reference and of the exact values', (one) => {
    const found = figuresOf(simulateSingle(one, 1, 2500));
    for (const [name, { mean, ci95_halfwidth: halfWidth }] of Object.entries(one.simulated)) {
      expectNear(`${one.id} ${name}`, found[name], mean, halfWidth);
    }
    for (const [name, exact] of Object.entries(one.exact ?? {})) expectNear(`${one.id} ${name}, exact`, found[name], exact);
    expect(found['fill_rate']?.mean).toBeCloseTo(one.exact?.['fill_rate'] ?? one.simulated['fill_rate']?.mean ?? NaN, 3);
  });
});

describe('reference cases of networks', () => {
  it.each(twoEchelonCases)('$id lies within 3 standard errors of the reference', (one) => {
    const { periods, warmup, retailers, warehouse, simulated } = one;
    const replications = 600;
    const rowOf = (site: number, mean: number, leadTime: number, level: number) =>
      plainSetup(
        {
          name: { item: 7, site },
          demand: steadyDemand(mean > 0 ? poissonDemand(mean) : fixedDemand(0), periods),
          leadTime: fixedLeadTime(leadTime, periods),
          rules: baseStock(level, periods),
          openingStock: level,
        },
        periods,
      );
    const setups = retailers.map(({ mean, lead_time: leadTime, S }, site) => rowOf(site, mean, leadTime, S));
    const links = treeLinks([...retailers.map(() => retailers.length), -1]);
    const outcomes = runNetwork([...setups, rowOf(retailers.length, 0, warehouse.lead_time, warehouse.S)], links, {
      periods,
      warmup,
      replications,
      seed: 1,
    });
    const estimator = createEstimator(replications);
    const perPeriod = (column: Float64Array | undefined) =>
      estimator.mean((column ?? []).map((value) => value / (periods - warmup)));
    simulated.retailers.forEach((expected, row) => {
      const { figures } = outcomes[row] as ItemOutcome; // one outcome per row
      const found = figuresOf(describeItem(figures, periods - warmup, { holding: 0, shortage: 0, order: 0 }, estimator));
      for (const [name, { mean, ci95_halfwidth: halfWidth }] of Object.entries(expected)) {
        expectNear(`${one.id} retailer ${row} ${name}`, found[name], mean, halfWidth);
      }
    });
    const last = outcomes.at(-1)?.figures;
    const { warehouse_avg_on_hand: onHand, warehouse_avg_backlog: waiting, cost_per_period: cost } = simulated;
    expectNear(`${one.id} warehouse on hand`, perPeriod(last?.onHand), onHand.mean, onHand.ci95_halfwidth);
    expectNear(`${one.id} warehouse backlog`, perPeriod(last?.waiting), waiting.mean, waiting.ci95_halfwidth);
    const total = new Float64Array(replications).map((_, replication) =>
      retailers.reduce(
        (sum, { h, p }, row) =>
          sum + h * (outcomes[row]?.figures.onHand[replication] ?? 0) + p * (outcomes[row]?.figures.backorders[replication] ?? 0),
        warehouse.h * (last?.onHand[replication] ?? 0),
      ),
    );
    expectNear(`${one.id} cost`, perPeriod(total), cost.mean, cost.ci95_halfwidth);
  });

  it.each(serialCases)('$id costs what Snyder and Shen, example 6.1, computes, within 1 %', (one) => {
    // From the customers' end: local holding costs are the sums of the echelon costs from the source on; what is on the way is
    // held at the cost of the stage it left.
    const holding = [7, 4, 2];
    const leadTimes = [1, 1, 2];
    const stockoutCost = 37.12;
    const levels = localLevels(['1', '2', '3'].map((stage) => one.echelon_S[stage] ?? 0));
    levels.forEach((level, row) => expect(level).toBeCloseTo(one.local_S[String(row + 1)] ?? NaN, 10));
    const length = { periods: 5000, warmup: 100, replications: 100, seed: 1 };
    const setups = levels.map((level, row) =>
      plainSetup(
        {
          name: { item: 9, site: row },
          demand: steadyDemand(row === 0 ? normalDemand(5, 1) : fixedDemand(0), length.periods),
          leadTime: fixedLeadTime(leadTimes[row] ?? 1, length.periods),
          rules: baseStock(level, length.periods),
          openingStock: level,
        },
        length.periods,
      ),
    );
    const outcomes = runNetwork(setups, treeLinks([1, 2, -1]), length);
    const costs = new Float64Array(length.replications).map((_, replication) => {
      const at = (row: number, measure: 'onHand' | 'inTransit' | 'backorders') =>
        outcomes[row]?.figures[measure][replication] ?? 0;
      const stock = holding.reduce(
        (sum, cost, row) => sum + cost * (at(row, 'onHand') + (row === 0 ? 0 : at(row - 1, 'inTransit'))),
        0,
      );
      return (stock + stockoutCost * at(0, 'backorders')) / (length.periods - length.warmup);
    });
    const cost = createEstimator(length.replications).mean(costs);
    expect(Math.abs(cost.mean - one.analytic_cost)).toBeLessThanOrEqual(0.01 * one.analytic_cost);
    expectNear(`${one.id} cost, analytic`, cost, one.analytic_cost);
    expectNear(`${one.id} cost, simulated`, cost, one.avg_cost, one.ci95);
  });
});
