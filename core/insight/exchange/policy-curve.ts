import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { exchangeCurve, type ExchangePoint } from '#core/policy/service/exchange-curve.ts';
import { marginalFactors } from '#core/policy/service/marginal-factors.ts';
import { mostFactor, serviceColumns } from '#core/policy/service/service-items.ts';
import type { MovableNodes } from './movable-nodes.ts';
import { serviceOfStocks, stockOfFactor } from './service-of-stocks.ts';

/** A policy that splits safety stock where it saves most. */
export interface PolicyPoint extends ExchangePoint {
  /** What a unit of sales short may cost in stock; the more, the more is held. */
  readonly multiplier: number;
}

/** Service against the value of safety stock, for some item-locations together. Plain data: it crosses from workers as it is. */
export interface PolicyCurve {
  /** Rises in both coordinates. */
  readonly points: readonly PolicyPoint[];
  /** The same safety factor for every item-location. */
  readonly uniform: readonly ExchangePoint[];
  readonly current: ExchangePoint;
  /** Item-locations that a point of the curve moves, and those with demand that it cannot. */
  readonly movable: number;
  readonly fixed: number;
}

/** The steps at which forecasts keep their factors, so that a uniform policy is exact there. */
const uniformSteps = 16;

/**
 * The exchange curve of a plan (POL-71): multipliers of the marginal rule, each judged by the safety stocks that the plan would then hold, in
 * whole steps and by the distributions of the forecasts. O(points · nodes): about 2 s for 100,000 nodes and 31 points, so it
 * belongs into a worker. Does not throw.
 *
 * @example policyCurve(forecast, movableNodes(frame, forecast, result, [1]), 3).current ≈ { fillRate: 0.972903, value: 170 }
 */
export function policyCurve(forecast: ForecastViews, nodes: MovableNodes, pointCount: number): PolicyCurve {
  const { items, held, fixed, policies } = nodes;
  const columns = serviceColumns(items);
  const factors = new Float64Array(columns.places.length);
  const { differentiated } = exchangeCurve(items, pointCount);
  const points = differentiated.map(({ multiplier }) => {
    marginalFactors(columns, multiplier, factors);
    const stocks = new Float64Array(policies.length);
    columns.places.forEach((place, column) => {
      stocks[place] = stockOfFactor(forecast, nodes, place, factors[column] ?? 0);
    });
    return { multiplier, ...serviceOfStocks(forecast, nodes, (at) => stocks[at] ?? 0) };
  });
  return {
    points: points.filter(({ value }, at) => at === 0 || value > (points[at - 1]?.value ?? 0)),
    uniform: Array.from({ length: uniformSteps + 1 }, (_, step) =>
      serviceOfStocks(forecast, nodes, (at) => stockOfFactor(forecast, nodes, at, (mostFactor * step) / uniformSteps)),
    ),
    current: serviceOfStocks(forecast, nodes, (at) => held[at] ?? 0),
    movable: policies.length,
    fixed,
  };
}
