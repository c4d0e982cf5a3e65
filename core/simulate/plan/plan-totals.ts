import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { costOf, priceOf } from '#core/plan/item-value.ts';
import { costsOf } from '#core/simulate/item/describe-item.ts';
import type { SimulatedNode } from './plan-simulator.ts';

/**
 * What is added up over nodes, per replication. Demand is that of customers alone: what places ask of each other would count twice.
 * Units of different items are added as they are; values weigh them, demand by the price (or cost), stock by the cost.
 */
export const totalMeasures = [
  'demand',
  'filled',
  'demandValue',
  'filledValue',
  'cycles',
  'servedCycles',
  /** Sums over the ends of days. */
  'onHand',
  'onHandValue',
  'backorders',
  'orders',
  'cost',
] as const;

export type TotalMeasure = (typeof totalMeasures)[number];

/** One column of replications per measure, for each currency. */
export interface PlanTotals {
  readonly replications: number;
  /** Currency by currency, measure by measure. */
  readonly sums: Float64Array;
}

/**
 * Totals of so many currencies and replications, all 0. Does not throw.
 *
 * @example createTotals(1, 200).sums.length === 2200 (11 measures)
 */
export function createTotals(currencies: number, replications: number): PlanTotals {
  return { replications, sums: new Float64Array(currencies * totalMeasures.length * replications) };
}

/**
 * The column of a measure. Does not throw.
 *
 * @example totalOf({ replications: 2, sums: Float64Array.of(5, 6, 4, 3) }, 0, 'filled') is [4, 3]
 */
export function totalOf({ sums, replications }: PlanTotals, currency: number, measure: TotalMeasure): Float64Array {
  const first = (currency * totalMeasures.length + totalMeasures.indexOf(measure)) * replications;
  return sums.subarray(first, first + replications);
}

/**
 * Adds a node, whose money is in the given currency. Does not throw.
 *
 * @example const [node] = createPlanSimulator({ frame, forecast }, { days: 14, replications: 1, seed: 1,
 *   isLostSales: false }).simulateNetwork(0);
 *   const totals = createTotals(1, 1);
 *   addToTotals(totals, frame, node, 0);
 *   totalOf(totals, 0, 'demand') is [140]
 */
export function addToTotals(totals: PlanTotals, frame: Frame, { row, outcome }: SimulatedNode, currency: number): void {
  const { figures } = outcome;
  const units = 1 / grainsPerUnit(frame.itemDecimals[frame.nodeItem[row.node] ?? 0] ?? 0);
  const price = units * priceOf({ frame, node: row.node });
  const cost = units * costOf({ frame, node: row.node });
  const add = (measure: TotalMeasure, column: Float64Array, factor: number): void => {
    const sums = totalOf(totals, currency, measure);
    for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + factor * (column[index] ?? 0);
  };
  add('demand', figures.demand, units);
  add('filled', figures.filled, units);
  add('demandValue', figures.demand, price);
  add('filledValue', figures.filled, price);
  add('cycles', figures.cycles, 1);
  add('servedCycles', figures.servedCycles, 1);
  add('onHand', figures.onHand, units);
  add('onHandValue', figures.onHand, cost);
  add('backorders', figures.backorders, units);
  add('orders', figures.orders, 1);
  add('cost', costsOf(figures, row.costs), 1);
}

/**
 * Adds totals of other nodes; both of the same currencies and replications. Does not throw.
 *
 * @example const totals = { sums: Float64Array.of(5, 6) };
 *   mergeTotals(totals, { sums: Float64Array.of(1, 2) });
 *   totals.sums is [6, 8]
 */
export function mergeTotals(into: PlanTotals, other: PlanTotals): void {
  for (let index = 0; index < into.sums.length; index += 1) {
    into.sums[index] = (into.sums[index] ?? 0) + (other.sums[index] ?? 0);
  }
}
