import type { Frame } from '#core/frame/frame-layout.ts';
import type { Backtest, ProposedRule } from './backtest-frame.ts';

/** One policy over all item-locations played. */
export interface BacktestTotal {
  readonly policy: 'current' | ProposedRule['kind'];
  /** The factor or the multiplier of its rule; 1 for the current policy. */
  readonly setting: number;
  /** Units served at once over units asked for. */
  readonly unit_fill: number;
  /** The same by value at cost. */
  readonly value_fill: number;
  /** Item-location-weeks without demand waiting at their end, over all. */
  readonly ready_rate: number;
  /** Value of the mean stock at the end of a week. */
  readonly stock_value: number;
  /** Stock over the mean demand of a week, by value. */
  readonly weeks_of_cover: number;
  /** Demand of a year over stock, by value. */
  readonly turns: number;
  readonly orders: number;
}

const weeksPerYear = 365.25 / 7;

/**
 * The totals of every policy, in their order (rule SIM-44). Items without a cost count with 1 by value. Does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 6.3, for the measures of service.
 *
 * @example const figures = [{ demanded: 20, filled: 18, stockWeeks: 10, orders: 2, shortWeeks: 1 }];
 *   sumBacktest(frame, { nodes: [0], weeks: 2, policies: [{ rule: null, figures }] })[0] ≈ { policy: 'current', setting: 1,
 *   unit_fill: 0.9, value_fill: 0.9, ready_rate: 0.5, stock_value: 50, weeks_of_cover: 0.5, turns: 104.357, orders: 2 }
 */
export function sumBacktest(frame: Frame, { nodes, weeks, policies }: Backtest): readonly BacktestTotal[] {
  return policies.map(({ rule, figures }) => {
    const sum = { asked: 0, filled: 0, askedValue: 0, filledValue: 0, stockValue: 0, orders: 0, short: 0 };
    figures.forEach((each, index) => {
      const item = frame.nodeItem[nodes[index] ?? 0] ?? 0;
      const cost = (frame.itemCost[item] || 1) / 10 ** (frame.itemDecimals[item] ?? 0);
      sum.asked += each.demanded;
      sum.filled += each.filled;
      sum.askedValue += each.demanded * cost;
      sum.filledValue += each.filled * cost;
      sum.stockValue += (each.stockWeeks * cost) / weeks;
      sum.orders += each.orders;
      sum.short += each.shortWeeks;
    });
    const weeklyValue = sum.askedValue / weeks;
    return {
      policy: rule === null ? 'current' : rule.kind,
      setting: rule === null ? 1 : rule.kind === 'own_targets' ? rule.factor : rule.multiplier,
      unit_fill: sum.filled / sum.asked,
      value_fill: sum.filledValue / sum.askedValue,
      ready_rate: 1 - sum.short / (weeks * figures.length),
      stock_value: sum.stockValue,
      weeks_of_cover: sum.stockValue / weeklyValue,
      turns: (weeklyValue * weeksPerYear) / sum.stockValue,
      orders: sum.orders,
    };
  });
}

/**
 * How much less stock, as a share of 1, a proposed policy needs to serve as well as the current one by `measure` (rule SIM-45): its stock is read
 * off in a straight line between the two settings around it; null where none of them reaches so far up or down. Does not throw.
 *
 * @example const total = (policy, unit_fill, stock_value) => ({ policy, unit_fill, stock_value });
 *   savingAtEqual('unit_fill', [total('current', 0.9, 100), total('by_value', 0.85, 60), total('by_value', 0.95, 80)],
 *   'by_value') ≈ 0.3000
 */
export function savingAtEqual(
  measure: 'unit_fill' | 'value_fill' | 'ready_rate',
  totals: readonly BacktestTotal[],
  proposed: ProposedRule['kind'],
): number | null {
  const current = totals.find(({ policy }) => policy === 'current');
  const points = totals.filter(({ policy }) => policy === proposed).sort((a, b) => a[measure] - b[measure]);
  if (current === undefined) return null;
  for (const [index, high] of points.entries()) {
    const low = points[index - 1];
    if (low === undefined || low[measure] > current[measure] || high[measure] < current[measure]) continue;
    const part = (current[measure] - low[measure]) / Math.max(high[measure] - low[measure], Number.MIN_VALUE);
    return 1 - (low.stock_value + part * (high.stock_value - low.stock_value)) / current.stock_value;
  }
  return null;
}
