import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { factorSteps, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { safetyFactor } from '#core/demand/nodes/set-safety-factors.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { planFrame } from '#core/plan/testing/plan-case.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { expectedStock } from './expected-stock.ts';
import { safetyError } from './demand-evidence.ts';
import { readNodePolicy, type NodePolicy } from './node-policy.ts';
import { normalFactor } from './normal-factor.ts';
import { heldSafety, safetyNeed, typedNeed } from './safety-need.ts';
import { stockService } from './stock-service.ts';
import { economicOrder, inPacks, orderBetween, usualOrder, type OrderTerms } from './usual-order.ts';
import { wantedLow, wantedOrder } from './wanted-levels.ts';

/** Forecast columns of one node whose demand is normal, or of any curve of factors. */
function curveOf(factors: (step: number) => number, deviation = 1): ForecastViews {
  const forecastFactor = Float32Array.from({ length: factorSteps }, (_, step) => factors(step));
  return { forecastFactor, forecastSd: Float64Array.of(deviation) } as unknown as ForecastViews; // the functions under test read no other column
}
const normal = curveOf((step) => step / 4);

describe('service of a safety stock', () => {
  it('POL-51 gives the normal factor of a factor: itself for normal demand, and without a deviation', () => {
    expect([0, 0.6, 1.5, 4, -1].map((factor) => normalFactor(normal, 0, factor))).toEqual([0, 0.6, 1.5, 4, -1]);
    expect(
      normalFactor(
        curveOf(() => 0, 0),
        0,
        1.3,
      ),
    ).toBe(1.3);
    expect(
      normalFactor(
        curveOf(() => 0),
        0,
        0,
      ),
    ).toBe(4);
  });

  it('POL-51 takes the highest factor where the curve is level, falls below its least and ends at 4', () => {
    const curve = curveOf((step) => (step < 3 ? 0 : (step - 2) / 2));
    expect(normalFactor(curve, 0, 0)).toBe(0.5);
    expect(normalFactor(curve, 0, 0.25)).toBe(0.625);
    expect(normalFactor(curve, 0, -1)).toBe(-0.5);
    expect(normalFactor(curve, 0, 99)).toBe(4);
    const raised = curveOf((step) => 0.5 + step / 4);
    expect(normalFactor(raised, 0, 0.2)).toBeCloseTo(-0.3, 12);
  });

  it('POL-51 has the exact fill rate of the reorder point: 0.95 at 125.611 above the mean (Silver, Pyke and Thomas)', () => {
    const risk = { sigma: 134.164, orderQty: 250 };
    expect(stockService(normal, 0, 125.611, risk).fillRate).toBeCloseTo(0.95, 5);
    expect(stockService(normal, 0, 1.6448536269514722 * 134.164, risk).cycleService).toBeCloseTo(0.95, 12);
  });

  it('POL-51 is certain without deviation, where the stock is not below the expected demand', () => {
    expect(stockService(normal, 0, 0, { sigma: 0, orderQty: 5 })).toEqual({ cycleService: 1, fillRate: 1 });
    expect(stockService(normal, 0, -1, { sigma: 0, orderQty: 5 })).toEqual({ cycleService: 0, fillRate: 0 });
  });
});

describe('usual orders', () => {
  const terms: OrderTerms = {
    method: 'time_phased',
    lotRule: 0,
    lotPeriods: 0,
    step: 1,
    pack: 12,
    minimum: 0,
    dailyDemand: 3,
    reviewDays: 0,
    min: undefined,
    max: 0,
    orderCost: 0,
    holdingRate: 0,
    unitCost: 5,
  };

  it('POL-52 order the demand of a week or a review, in packs and not below the minimum', () => {
    expect(usualOrder(terms)).toBe(24);
    expect(usualOrder({ ...terms, reviewDays: 14 })).toBe(48);
    expect(usualOrder({ ...terms, minimum: 30 })).toBe(36);
  });

  it('POL-52 order what lies between the levels, and what the lot rule says', () => {
    expect(usualOrder({ ...terms, method: 'min_max', min: 4, max: 50, pack: 1 })).toBe(46);
    expect(orderBetween({ ...terms, minimum: 8, pack: 1 }, 4, 10)).toBe(8);
    expect(usualOrder({ ...terms, method: 'periodic', max: 50, reviewDays: 7, pack: 1 })).toBe(21);
    expect(usualOrder({ ...terms, lotRule: 1 })).toBe(12);
    expect(usualOrder({ ...terms, lotRule: 3, lotPeriods: 10 })).toBe(36);
    expect(usualOrder({ ...terms, lotRule: 2, orderCost: 20, holdingRate: 0.2 })).toBe(204);
    expect(usualOrder({ ...terms, lotRule: 2 })).toBe(24);
  });

  it('POL-52 know the economic order, and packs despite rounding', () => {
    expect(economicOrder({ ...terms, orderCost: 20, holdingRate: 0.2, pack: 1 })).toBe(209);
    expect(economicOrder(terms)).toBe(0);
    expect([inPacks(24.000000000001, 12), inPacks(24.1, 12), inPacks(0.1 + 0.2, 0.1)]).toEqual([24, 36, 0.3]);
  });
});

describe('quantities that parameters should have', () => {
  const policy: NodePolicy = {
    node: 0,
    method: 'min_max',
    protection: 'levels',
    isJudged: true,
    lotRule: 0,
    lotPeriods: 0,
    step: 1,
    pack: 1,
    minimum: 0,
    dailyDemand: 2,
    ownDemand: 2,
    weeklySd: 4,
    leadTimeDays: 10,
    leadTimeSd: 0,
    reviewDays: 0,
    sigma: 0,
    leadDemand: 20,
    orderQty: 40,
    fillOrderQty: 14,
    unitCost: 5,
    price: 5,
    serviceTarget: 0.95,
    serviceType: 'cycle',
    typedStock: undefined,
    typedDays: 0,
    min: 30,
    max: 90,
    orderCost: 0,
    holdingRate: 0,
  };
  const evidence = { weeks: 51, demandError: 0.2 };

  it('POL-56 hold their safety stock beside half an order, and nothing below 0', () => {
    expect(expectedStock(normal, policy, 10).stockValue).toBe(150);
    expect(expectedStock(normal, policy, -7).stockValue).toBe(100);
    expect(heldSafety(normal, policy)).toBe(10);
  });

  it('POL-57 leave to the days of cover what they hold', () => {
    expect(typedNeed({ ...policy, method: 'time_phased', typedDays: 3, dailyDemand: 4 }, 20)).toBe(8);
    expect(typedNeed({ ...policy, method: 'reorder_point', typedDays: 3, dailyDemand: 4 }, 20)).toBe(20);
    expect(safetyError(20, evidence)).toBe(2);
  });

  it('POL-58 are demand over the lead time and safety stock, and an order above it', () => {
    const risky = { ...policy, sigma: 3.5 };
    expect(safetyNeed(normal, risky, 0.95)).toBe(6);
    expect(wantedLow(normal, risky, 0.95, evidence)).toMatchObject({ neededStock: 6, quantity: 26 });
    expect(wantedOrder({ ...policy, min: 0, max: 60 }, 20, evidence).quantity).toBe(60);
    const costed = { ...policy, orderCost: 20, holdingRate: 0.2 };
    expect(economicOrder(costed)).toBe(171);
    expect(wantedOrder({ ...costed, max: 190 }, 30, evidence).quantity).toBe(160);
    expect(wantedOrder({ ...costed, max: 90 }, 30, evidence).quantity).toBe(171);
  });
});

describe('safety stocks of a plan', () => {
  let frame: Frame;
  let forecast: ForecastViews;
  let result: PlanResult;
  beforeAll(async () => {
    frame = openFrame(await buildFrame(createDemoCompany({ seed: 3, itemLocations: 400, planDay: 20_458 }), 1));
    forecast = forecastFrame(frame).views;
    ({ result } = planFrame(frame));
  });

  it('POL-56 are those that the plan protects, for every node planned by its target', () => {
    let judged = 0;
    for (let node = 0; node < frame.meta.nodes; node += 1) {
      const policy = readNodePolicy(frame, forecast, result, node);
      if (!policy.isJudged || policy.protection !== 'target' || policy.method !== 'time_phased') continue;
      judged += 1;
      const planned = (result.nodeProtected[node] ?? 0) / 10 ** (3 + (frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0));
      expect(safetyNeed(forecast, policy, policy.serviceTarget)).toBeCloseTo(planned, 6);
      expect(heldSafety(forecast, policy)).toBeCloseTo(planned, 6);
    }
    expect(judged).toBeGreaterThan(200);
  });

  it('POL-51 promise at least the cycle service that was asked for', () => {
    for (let node = 0; node < frame.meta.nodes; node += 1) {
      const policy = readNodePolicy(frame, forecast, result, node);
      if (!policy.isJudged || policy.protection !== 'target' || policy.weeklySd === 0) continue;
      const { cycleService, stockValue } = expectedStock(forecast, policy, heldSafety(forecast, policy));
      expect(cycleService).toBeGreaterThanOrEqual(policy.serviceTarget - 1e-6);
      expect(stockValue).toBeCloseTo((heldSafety(forecast, policy) + policy.orderQty / 2) * policy.unitCost, 6);
    }
  });

  it('POL-51 leads back to the factor of any curve of the forecast', () => {
    for (let node = 0; node < frame.meta.nodes; node += 1) {
      for (let k = 0; k <= 4; k += 0.37) {
        const factor = safetyFactor(forecast, node, k);
        if (forecast.forecastSd[node] === 0) continue;
        const back = normalFactor(forecast, node, factor);
        expect(back).toBeGreaterThanOrEqual(k - 1e-6);
        expect(safetyFactor(forecast, node, back)).toBeCloseTo(factor, 9);
      }
    }
  });
});
