import { grainsPerStep, grainsPerUnit } from '#core/base/quantity.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { DemandPath } from '#core/simulate/sample/demand-path.ts';
import { demandOf, type DemandShape } from '#core/simulate/sample/demand-shape.ts';

/**
 * The demand of the node in work over the first `days` days, in grains (rules SIM-22 and SIM-23): customers' orders are certain, the
 * forecast they have not consumed is left to chance. Days next to each other that differ by rounding alone share a distribution.
 * To be called when the node was planned. Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   demandOfNode(work, 7) is { ends: [7], shapes: [{ kind: 'fixed', mean: 10000 }], certain: undefined } (70 a week,
 *   no deviation)
 */
export function demandOfNode(work: NodeWork, days: number): DemandPath {
  const { forecast, orders, hasOrders } = work;
  const ends: number[] = [];
  const shapes: DemandShape[] = [];
  const known = new Map<number, DemandShape>();
  for (let day = 0; day < days;) {
    let end = day + 1;
    let sum = forecast[day] ?? 0;
    while (end < days && Math.abs((forecast[end] ?? 0) - (forecast[day] ?? 0)) <= 1) {
      sum += forecast[end] ?? 0;
      end += 1;
    }
    // To the grain, so that weeks that repeat share their tables.
    const mean = Math.round((sum / (end - day)) * 7) / 7;
    let shape = known.get(mean);
    if (shape === undefined) {
      shape = demandOf(mean, Math.sqrt(varianceOf(work, mean)), grainsPerStep);
      known.set(mean, shape);
    }
    ends.push(end);
    shapes.push(shape);
    day = end;
  }
  return { ends, shapes, certain: hasOrders ? orders.slice(0, days) : undefined };
}

/**
 * The deviation of a week's forecast, spread over its days in proportion to what is expected of them, as for counts. Where nothing
 * was computed nothing is known of the spread of a given forecast, and it is taken as Poisson in stock units.
 */
function varianceOf({ forecastViews, frame, node }: NodeWork, mean: number): number {
  const level = forecastViews.forecastLevel[node] ?? 0;
  if (level > 0) return ((forecastViews.forecastSd[node] ?? 0) ** 2 * mean) / level;
  return mean * grainsPerUnit(frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
}
