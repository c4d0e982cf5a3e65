import { csvLine } from '#core/backend/plan/plan-tables.ts';
import { planMethods } from '#core/frame/codes.ts';
import { frameTexts } from '#core/frame/frame-texts.ts';
import { createEstimator } from '#core/simulate/estimate/estimate.ts';
import { boundedBy, readFigure, type FigureInterval, type NodeFigure } from '#core/simulate/plan/node-figures.ts';
import { totalOf, type TotalMeasure } from '#core/simulate/plan/plan-totals.ts';
import { currenciesOf } from '#core/simulate/plan/simulate-block.ts';
import type { SimulationRun } from './simulate-plan.ts';

/** A figure with its 95 % interval, or null where there is nothing to divide by. */
export type Interval = FigureInterval | null;

/** One item-location; `cost` is money of its company over all simulated days, `orders` the number of them. */
export interface SimulatedNodeRow {
  readonly item_id: string;
  readonly site_id: string;
  readonly method: string;
  readonly fill_rate: Interval;
  readonly cycle_service: Interval;
  readonly ready_rate: Interval;
  readonly average_on_hand: Interval;
  readonly average_backorders: Interval;
  readonly orders: Interval;
  readonly cost: Interval;
}

/** All item-locations together. */
export interface SimulatedTotal {
  readonly fill_rate: Interval;
  /** The same weighted by price. */
  readonly fill_rate_value: Interval;
  readonly cycle_service: Interval;
  readonly average_on_hand: Interval;
  readonly average_backorders: Interval;
  readonly orders: Interval;
  /** Money by currency, as amounts of different currencies are never added. */
  readonly average_stock_value: Readonly<Record<string, Interval>>;
  readonly cost: Readonly<Record<string, Interval>>;
}

const columns = {
  fill_rate: 'fillRate',
  cycle_service: 'cycleService',
  ready_rate: 'readyRate',
  average_on_hand: 'onHand',
  average_backorders: 'backorders',
  orders: 'orders',
  cost: 'cost',
} as const satisfies Partial<Record<keyof SimulatedNodeRow, NodeFigure>>;

const columnNames = Object.keys(columns) as readonly (keyof typeof columns)[]; // keys of a const object

/** The item-locations in the order of the frame. Does not throw. */
export function* simulatedNodes({ frame, numbers }: SimulationRun): Generator<SimulatedNodeRow> {
  const texts = frameTexts(frame);
  for (let node = 0; node < frame.meta.nodes; node += 1) {
    const figures = columnNames.map((name) => [name, rounded(readFigure(numbers, node, columns[name]))]);
    yield {
      item_id: texts.itemId(frame.nodeItem[node] ?? 0),
      site_id: texts.siteId(frame.nodeSite[node] ?? 0),
      method: planMethods[frame.nodeMethod[node] ?? 0] ?? '',
      ...(Object.fromEntries(figures) as Readonly<Record<keyof typeof columns, Interval>>), // one for each column
    };
  }
}

/** The lines of simulation.csv. Does not throw. */
export function* simulationLines(run: SimulationRun): Generator<string> {
  yield csvLine(['item_id', 'site_id', 'method', ...columnNames.flatMap((name) => [name, `${name}_low`, `${name}_high`])]);
  for (const row of simulatedNodes(run)) {
    const figures = columnNames.flatMap((name) => {
      const { mean, low, high } = row[name] ?? { mean: '', low: '', high: '' };
      return [String(mean), String(low), String(high)];
    });
    yield csvLine([row.item_id, row.site_id, row.method, ...figures]);
  }
}

/** All item-locations together. Does not throw. */
export function simulatedTotal({ frame, totals, options }: SimulationRun): SimulatedTotal {
  const { codes } = currenciesOf(frame);
  const estimator = createEstimator(options.replications);
  const all = (measure: TotalMeasure): Float64Array => {
    const sum = new Float64Array(options.replications);
    for (let currency = 0; currency < codes.length; currency += 1) {
      totalOf(totals, currency, measure).forEach((value, index) => (sum[index] = (sum[index] ?? 0) + value));
    }
    return sum;
  };
  const share = (above: TotalMeasure, below: TotalMeasure): Interval => {
    const estimate = estimator.ratio(all(above), all(below));
    return estimate === undefined ? null : rounded(boundedBy(estimate, 1));
  };
  const amount = (column: Float64Array, divisor: number): Interval =>
    rounded(boundedBy(estimator.mean(column.map((value) => value / divisor)), Infinity));
  const byCurrency = (measure: TotalMeasure, divisor: number): Readonly<Record<string, Interval>> =>
    Object.fromEntries(codes.map((code, currency) => [code, amount(totalOf(totals, currency, measure), divisor)]));
  return {
    fill_rate: share('filled', 'demand'),
    fill_rate_value: share('filledValue', 'demandValue'),
    cycle_service: share('servedCycles', 'cycles'),
    average_on_hand: amount(all('onHand'), options.days),
    average_backorders: amount(all('backorders'), options.days),
    orders: amount(all('orders'), 1),
    average_stock_value: byCurrency('onHandValue', options.days),
    cost: byCurrency('cost', 1),
  };
}

/** Digits beyond the sixth say nothing of a simulation. */
function rounded(interval: FigureInterval | undefined): Interval {
  if (interval === undefined) return null;
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { mean: round(interval.mean), low: round(interval.low), high: round(interval.high) };
}
