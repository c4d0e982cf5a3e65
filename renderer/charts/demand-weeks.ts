import { fromGrains } from '#core/base/quantity.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Projection } from '#core/plan/explanation.ts';

/** Demand by week: what was and what is forecast, in stock units. */
export interface DemandWeeks {
  /** The Monday of each week. */
  readonly weeks: readonly number[];
  /** null for weeks to come, and where the demand is not known because there was nothing to sell. */
  readonly history: readonly (number | null)[];
  /** null for weeks that were. */
  readonly forecast: readonly (number | null)[];
}

const daysPerWeek = 7;

/**
 * The last weeks of a node's history and the whole weeks of its forecast and open orders after the plan day. History weeks
 * end before the plan day. Does not throw.
 */
export function readDemandWeeks(frame: Frame, node: number, projection: Projection, mostHistoryWeeks: number): DemandWeeks {
  const { historyWeeks, historyFirstDay } = frame.meta;
  const decimals = projection.decimals;
  const shown = Math.min(historyWeeks, mostHistoryWeeks);
  const weeks: number[] = [];
  const history: (number | null)[] = [];
  const forecast: (number | null)[] = [];
  for (let week = historyWeeks - shown; week < historyWeeks; week += 1) {
    weeks.push(historyFirstDay + week * daysPerWeek);
    const grains = frame.historyQty[node * historyWeeks + week] ?? 0;
    history.push(Number.isNaN(grains) ? null : fromGrains(grains, decimals));
    forecast.push(null);
  }
  const ahead = Math.floor(projection.demandForecast.length / daysPerWeek);
  for (let week = 0; week < ahead; week += 1) {
    let sum = 0;
    for (let day = week * daysPerWeek; day < (week + 1) * daysPerWeek; day += 1) {
      sum += (projection.demandForecast[day] ?? 0) + (projection.demandOrders[day] ?? 0);
    }
    weeks.push(projection.firstDay + week * daysPerWeek);
    history.push(null);
    forecast.push(fromGrains(sum, decimals));
  }
  return { weeks, history, forecast };
}
