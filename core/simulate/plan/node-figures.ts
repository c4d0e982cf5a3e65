import { grainsPerUnit } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Estimate, Estimator } from '#core/simulate/estimate/estimate.ts';
import { costsOf, describeItem } from '#core/simulate/item/describe-item.ts';
import type { SimulatedNode } from './plan-simulator.ts';

/**
 * What is kept of every node: each with its mean over the replications and the ends of its interval. Quantities are stock units, orders
 * and cost (money of the site's company) are over all simulated days; what there is no figure for is NaN.
 */
export const nodeFigures = ['fillRate', 'cycleService', 'readyRate', 'onHand', 'backorders', 'orders', 'cost'] as const;

export type NodeFigure = (typeof nodeFigures)[number];

/** Numbers per node: mean, low and high of each figure. */
export const numbersPerNode = 3 * nodeFigures.length;

/** An interval as files show it. */
export interface FigureInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What is kept of a figure of the `row`-th node, or undefined where there is none. Does not throw.
 *
 * @example readFigure([0.9, 0.8, 1], 0, 'fillRate') is { mean: 0.9, low: 0.8, high: 1 }
 */
export function readFigure(numbers: Float64Array, row: number, figure: NodeFigure): FigureInterval | undefined {
  const at = row * numbersPerNode + 3 * nodeFigures.indexOf(figure);
  const mean = numbers[at] ?? NaN;
  return Number.isNaN(mean) ? undefined : { mean, low: numbers[at + 1] ?? NaN, high: numbers[at + 2] ?? NaN };
}

/**
 * Writes the figures of a node that was simulated over `days` days, `numbersPerNode` numbers from `at` on. Does not throw.
 *
 * @example const [node] = createPlanSimulator({ frame, forecast }, { days: 14, replications: 1, seed: 1,
 *   isLostSales: false }).simulateNetwork(0);
 *   const numbers = new Float64Array(numbersPerNode);
 *   writeFigures(frame, node, 14, createEstimator(1), numbers, 0);
 *   readFigure(numbers, 0, 'onHand').mean ≈ 56.4286
 */
export function writeFigures(
  frame: Frame,
  { row, outcome }: SimulatedNode,
  days: number,
  estimator: Estimator,
  into: Float64Array,
  at: number,
): void {
  const { fillRate, cycleService, readyRate, onHand, backorders } = describeItem(outcome.figures, days, row.costs, estimator);
  const units = 1 / grainsPerUnit(frame.itemDecimals[frame.nodeItem[row.node] ?? 0] ?? 0);
  const estimates: Readonly<Record<NodeFigure, Estimate | undefined>> = {
    fillRate,
    cycleService,
    readyRate,
    onHand,
    backorders,
    orders: estimator.mean(outcome.figures.orders),
    cost: estimator.mean(costsOf(outcome.figures, row.costs)),
  };
  nodeFigures.forEach((figure, index) => {
    const isShare = figure === 'fillRate' || figure === 'cycleService' || figure === 'readyRate';
    const factor = figure === 'onHand' || figure === 'backorders' ? units : 1;
    const { mean, low, high } = boundedBy(estimates[figure], isShare ? 1 : Infinity);
    into[at + 3 * index] = mean * factor;
    into[at + 3 * index + 1] = low * factor;
    into[at + 3 * index + 2] = high * factor;
  });
}

/**
 * An interval inside what is possible: a share is never above 1, and nothing is below 0; NaN where there is none. Does not
 * throw.
 * Source: definition of a share.
 *
 * @example boundedBy({ mean: 0.99, low: 0.97, high: 1.01 }, 1) is { mean: 0.99, low: 0.97, high: 1 }
 */
export function boundedBy(estimate: Estimate | undefined, most: number): FigureInterval {
  if (estimate === undefined) return { mean: NaN, low: NaN, high: NaN };
  return { mean: estimate.mean, low: Math.max(0, estimate.low), high: Math.min(most, estimate.high) };
}
