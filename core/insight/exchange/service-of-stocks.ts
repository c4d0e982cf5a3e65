import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { stockService } from '#core/insight/parameters/stock-service.ts';
import { inPacks } from '#core/insight/parameters/usual-order.ts';
import { safetyFactor } from '#core/demand/nodes/set-safety-factors.ts';
import type { ExchangePoint } from '#core/policy/service/exchange-curve.ts';
import type { MovableNodes } from './movable-nodes.ts';

/**
 * The safety stock that a normal factor `k` is for the node at `at`, in whole steps of its item, as the plan makes it (POL-1).
 * Does not throw.
 *
 * @example stockOfFactor({ forecastFactor: Float64Array.from({ length: 17 }, (_, step) => step / 4) }, { policies: [{ node: 0,
 *   sigma: 10.2, step: 1 }] }, 0, 2) === 21
 */
export function stockOfFactor(forecast: ForecastViews, { policies }: MovableNodes, at: number, k: number): number {
  const { node, sigma, step } = policies[at]!; // inside the bound of the caller's loop
  return inPacks(Math.max(0, safetyFactor(forecast, node, k) * sigma), step);
}

/**
 * What safety stocks are worth and give together: their value at cost, and the share of demand, by its sales value, that is delivered
 * from stock (POL-71). `stockAt` in stock units. O(nodes), does not throw.
 *
 * @example serviceOfStocks(forecast, movableNodes(frame, forecast, result, [1]), () => 17) ≈ { fillRate: 0.972903, value: 170 }
 */
export function serviceOfStocks(forecast: ForecastViews, nodes: MovableNodes, stockAt: (at: number) => number): ExchangePoint {
  let value = 0;
  let asked = 0;
  let short = 0;
  nodes.policies.forEach((policy, at) => {
    const stock = stockAt(at);
    const demand = policy.dailyDemand * policy.price;
    value += stock * policy.unitCost;
    asked += demand;
    short += demand * (1 - stockService(forecast, policy.node, stock, policy).fillRate);
  });
  return { fillRate: asked > 0 ? 1 - short / asked : 1, value };
}
