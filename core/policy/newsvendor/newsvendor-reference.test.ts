import { describe, expect } from 'vitest';
import { baseStock } from './base-stock.ts';
import { newsvendor } from './newsvendor.ts';
import { seasonProfit } from './season-profit.ts';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished, type Tolerance } from '#core/base/testing/published-cases.ts';
import { discreteDistribution } from '#core/statistics/discrete-distribution.ts';
import type { Distribution } from '#core/statistics/distribution.ts';
import { lognormalDistribution } from '#core/statistics/lognormal-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';

interface Costs {
  readonly holding_cost: number;
  readonly stockout_cost: number;
}

interface Answer {
  readonly S: number;
  readonly cost: number;
}

function expectAnswer(demand: Distribution, inputs: Costs, expected: Answer, tolerance: Tolerance): void {
  const found = newsvendor(demand, { overageCost: inputs.holding_cost, underageCost: inputs.stockout_cost });
  expectNear(found.quantity, expected.S, tolerance);
  expectNear(found.cost, expected.cost, tolerance);
}

describe('published newsvendors', () => {
  testPublished(
    'POL-15 $id, $source',
    publishedCases<Costs & { demand_mean: number; demand_sd: number }, Answer>('nv-4-3'),
    ({ inputs, expected, tolerance }) => {
      expectAnswer(normalDistribution(inputs.demand_mean, inputs.demand_sd), inputs, expected, tolerance);
    },
  );

  testPublished(
    'POL-15 $id, $source',
    publishedCases<Costs & { demand_mean: number }, Answer>('nv-poisson'),
    ({ inputs, expected, tolerance }) => {
      expectAnswer(poissonDistribution(inputs.demand_mean), inputs, expected, tolerance);
    },
  );

  testPublished(
    'POL-15 $id, $source',
    publishedCases<Costs & { demand_pmf: Readonly<Record<string, number>> }, Answer>('nv-discrete'),
    ({ inputs, expected, tolerance }) => {
      const values = Object.keys(inputs.demand_pmf).map(Number);
      expect(values).toEqual(values.map((_, at) => at + 1));
      expectAnswer(discreteDistribution(Object.values(inputs.demand_pmf), 1), inputs, expected, tolerance);
    },
  );

  testPublished(
    'POL-15 $id, $source',
    publishedCases<Costs & { mu: number; sigma: number }, Answer>('nv-lognormal'),
    ({ inputs, expected, tolerance }) => {
      expectAnswer(lognormalDistribution(inputs.mu, inputs.sigma), inputs, expected, tolerance);
    },
  );

  testPublished(
    'POL-15 $id, $source',
    publishedCases<
      { revenue: number; purchase_cost: number; salvage_value: number; demand_mean: number; demand_sd: number },
      { S: number; profit: number }
    >('nv-4-2'),
    ({ inputs, expected, tolerance }) => {
      const found = seasonProfit(normalDistribution(inputs.demand_mean, inputs.demand_sd), {
        revenue: inputs.revenue,
        purchaseCost: inputs.purchase_cost,
        salvageValue: inputs.salvage_value,
      });
      expectNear(found.quantity, expected.S, tolerance);
      expectNear(found.profit, expected.profit, tolerance);
    },
  );

  testPublished(
    'POL-16 $id, $source',
    publishedCases<Costs & { demand_mean: number; demand_sd: number; lead_time: number }, Answer>('basestock'),
    ({ inputs, expected, tolerance }) => {
      const found = baseStock({
        demandPerPeriod: inputs.demand_mean,
        demandSdPerPeriod: inputs.demand_sd,
        leadTimePeriods: inputs.lead_time,
        holdingCost: inputs.holding_cost,
        waitingCost: inputs.stockout_cost,
      });
      expectNear(found.quantity, expected.S, tolerance);
      expectNear(found.cost, expected.cost, tolerance);
    },
  );
});
