import { describe, expect } from 'vitest';
import { bestReorderPoint } from './best-reorder-point.ts';
import { bestWholePolicy } from './best-whole-policy.ts';
import { policyByBackorders } from './policy-by-backorders.ts';
import { policyByLoss } from './policy-by-loss.ts';
import { costByShortage, policyByShortageCost } from './policy-by-shortage-cost.ts';
import { policyBySafetyStock } from './policy-by-safety-stock.ts';
import { reorderCost } from './reorder-cost.ts';
import { reorderPointForCycleService } from './reorder-point-for-cycle-service.ts';
import { approximateReorderPoint, reorderPointForFillRate } from './reorder-point-for-fill-rate.ts';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { protectionSigma } from '#core/policy/safety-stock/protection-sigma.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';

interface Protection {
  readonly demand_mean_per_period: number;
  readonly demand_sd_per_period: number;
  readonly lead_time: number;
  readonly lead_time_sd: number;
  readonly review_period: number;
}

interface Policy {
  readonly r: number;
  readonly Q: number;
}

interface System {
  readonly holding_cost: number;
  readonly stockout_cost: number;
  readonly fixed_cost: number;
  readonly demand_mean: number;
  readonly lead_time: number;
}

function protectedDemand(inputs: Protection) {
  const sigma = protectionSigma(
    inputs.demand_mean_per_period,
    inputs.demand_sd_per_period,
    inputs.lead_time,
    inputs.lead_time_sd,
    inputs.review_period,
  );
  return { sigma, demand: normalDistribution(inputs.demand_mean_per_period * (inputs.lead_time + inputs.review_period), sigma) };
}

const costsOf = (inputs: System) => ({
  orderCost: inputs.fixed_cost,
  holdingCost: inputs.holding_cost,
  waitingCost: inputs.stockout_cost,
  demandRate: inputs.demand_mean,
});

const normalSystem = (inputs: System & { readonly demand_sd: number }) => ({
  ...costsOf(inputs),
  leadTimeDemand: normalDistribution(inputs.demand_mean * inputs.lead_time, inputs.demand_sd * Math.sqrt(inputs.lead_time)),
});

describe('published reorder points', () => {
  testPublished(
    'POL-10 POL-11 $id, $source',
    publishedCases<
      Protection & { readonly cycle_service_level: number },
      { k: number; sigma_ltd: number; safety_stock: number; reorder_point?: number; order_up_to?: number }
    >('ss-p1'),
    ({ inputs, expected, tolerance }) => {
      const { demand, sigma } = protectedDemand(inputs);
      const found = reorderPointForCycleService(demand, inputs.cycle_service_level);
      expectNear(sigma, expected.sigma_ltd, tolerance);
      expectNear((found.reorderPoint - demand.mean) / sigma, expected.k, tolerance);
      expectNear(found.reorderPoint - demand.mean, expected.safety_stock, tolerance);
      expectNear(found.reorderPoint, expected.reorder_point ?? expected.order_up_to ?? NaN, tolerance);
    },
  );

  testPublished(
    'POL-12 $id, $source',
    publishedCases<
      Protection & { readonly order_quantity: number; readonly fill_rate: number },
      {
        sigma_ltd: number;
        k_approx: number;
        ss_approx: number;
        k_exact: number;
        ss_exact: number;
        reorder_point_exact: number;
      }
    >('ss-p2'),
    ({ inputs, expected, tolerance }) => {
      const { demand, sigma } = protectedDemand(inputs);
      const target = { fillRate: inputs.fill_rate, orderQty: inputs.order_quantity };
      const approximate = approximateReorderPoint(demand, target) - demand.mean;
      const exact = reorderPointForFillRate(demand, target);
      expectNear(sigma, expected.sigma_ltd, tolerance);
      expectNear(approximate, expected.ss_approx, tolerance);
      expectNear(approximate / sigma, expected.k_approx, tolerance);
      expectNear(exact, expected.reorder_point_exact, tolerance);
      expectNear(exact - demand.mean, expected.ss_exact, tolerance);
      expectNear((exact - demand.mean) / sigma, expected.k_exact, tolerance);
    },
  );

  testPublished(
    'POL-12 $id, $source',
    publishedCases<{ fill_rate: number; Q: number; ltd_mean: number; ltd_sd: number }, { z: number; R: number }>(
      'rq-nahmias-type2',
    ),
    ({ inputs, expected, tolerance }) => {
      const demand = normalDistribution(inputs.ltd_mean, inputs.ltd_sd);
      const found = approximateReorderPoint(demand, { fillRate: inputs.fill_rate, orderQty: inputs.Q });
      expectNear(found, expected.R, tolerance);
      expectNear((found - demand.mean) / inputs.ltd_sd, expected.z, tolerance);
    },
  );

  testPublished(
    'POL-11 $id, $source',
    publishedCases<{ ltd_mean: number; csl: number }, { S: number; cdf: number }>('rop-poisson'),
    ({ inputs, expected, tolerance }) => {
      const found = reorderPointForCycleService(poissonDistribution(inputs.ltd_mean), inputs.csl);
      expect(found.reorderPoint).toBe(expected.S);
      expectNear(found.cycleService, expected.cdf, tolerance);
    },
  );

  testPublished(
    'POL-11 $id, $source',
    publishedCases<
      { ltd_mean: number; ltd_variance: number; csl: number },
      { S: number; cdf: number; expected_backorders: number }
    >('rop-negbin'),
    ({ inputs, expected, tolerance }) => {
      const demand = negativeBinomialDistribution(inputs.ltd_mean, inputs.ltd_variance);
      const found = reorderPointForCycleService(demand, inputs.csl);
      expect(found.reorderPoint).toBe(expected.S);
      expectNear(found.cycleService, expected.cdf, tolerance);
      expectNear(found.expectedShort, expected.expected_backorders, tolerance);
    },
  );
});

describe('published reorder policies', () => {
  testPublished(
    'POL-17 POL-20 $id, $source',
    publishedCases<
      System & { readonly demand_sd: number },
      {
        eil: Policy & { cost: number };
        eoqb: Policy;
        eoq_ss: Policy;
        loss_function: Policy;
        exact_cost_at_loss_function_solution: number;
      }
    >('rQ-problem'),
    ({ inputs, expected, tolerance }) => {
      const system = normalSystem(inputs);
      const byLoss = policyByLoss(system);
      const byShortage = { ...system, shortageCost: inputs.stockout_cost };
      const policies = [
        [policyByShortageCost(byShortage), expected.eil],
        [policyByBackorders(system), expected.eoqb],
        [policyBySafetyStock(system), expected.eoq_ss],
        [byLoss, expected.loss_function],
      ] as const;
      for (const [found, { r, Q }] of policies) {
        expectNear(found?.reorderPoint, r, tolerance);
        expectNear(found?.orderQty, Q, tolerance);
      }
      const { r, Q, cost } = expected.eil;
      expectNear(costByShortage(byShortage, { reorderPoint: r, orderQty: Q }), cost, tolerance);
      expectNear(reorderCost(system, byLoss), expected.exact_cost_at_loss_function_solution, tolerance);
    },
  );

  testPublished(
    'POL-18 $id, $source',
    publishedCases<System & { readonly demand_sd: number; readonly Q: number }, { r: number }>('rQ-optimal-r'),
    ({ inputs, expected, tolerance }) => {
      expectNear(bestReorderPoint(normalSystem(inputs), inputs.Q), expected.r, tolerance);
    },
  );

  testPublished(
    'POL-19 $id, $source',
    publishedCases<System, Policy & { cost: number }>('rQ-poisson'),
    ({ inputs, expected, tolerance }) => {
      const leadTimeDemand = poissonDistribution(inputs.demand_mean * inputs.lead_time);
      const found = bestWholePolicy({ ...costsOf(inputs), leadTimeDemand });
      expect(found).toMatchObject({ reorderPoint: expected.r, orderQty: expected.Q });
      expectNear(found.cost, expected.cost, tolerance);
    },
  );

  testPublished(
    'POL-20 $id, $source',
    publishedCases<
      { K: number; h: number; p: number; annual_demand: number; ltd_mean: number; ltd_sd: number },
      Policy & { R: number }
    >('rq-nahmias-5'),
    ({ inputs, expected, tolerance }) => {
      const found = policyByShortageCost({
        orderCost: inputs.K,
        holdingCost: inputs.h,
        shortageCost: inputs.p,
        demandRate: inputs.annual_demand,
        leadTimeDemand: normalDistribution(inputs.ltd_mean, inputs.ltd_sd),
      });
      expectNear(found?.orderQty, expected.Q, tolerance);
      expectNear(found?.reorderPoint, expected.R, tolerance);
    },
  );
});
