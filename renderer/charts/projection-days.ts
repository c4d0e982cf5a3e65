import { fromGrains } from '#core/base/quantity.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { Projection } from '#core/plan/explanation.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

/** A projection in stock units, one element per day, as the chart and its table show it. */
export interface ProjectionDays {
  readonly firstDay: number;
  readonly count: number;
  readonly balance: readonly number[];
  readonly balanceWithoutOrders: readonly number[];
  readonly protectedLevel: readonly number[];
  readonly receiptsOpen: readonly number[];
  readonly receiptsPlanned: readonly number[];
  readonly demand: readonly number[];
  /** Days on which something arrives later than it was due or needed. */
  readonly lateDays: ReadonlySet<number>;
}

/** Stock units of a projection's days, and which receipts are late. Does not throw. */
export function readProjectionDays(projection: Projection, frame: Frame, result: PlanResult, node: number): ProjectionDays {
  const { decimals, firstDay } = projection;
  const units = (grains: Float64Array): number[] => Array.from(grains, (value) => fromGrains(value, decimals));
  return {
    firstDay,
    count: projection.balance.length,
    balance: units(projection.balance),
    balanceWithoutOrders: units(projection.balanceWithoutOrders),
    protectedLevel: units(projection.protectedLevel),
    receiptsOpen: units(projection.receiptsOpen),
    receiptsPlanned: units(projection.receiptsPlanned),
    demand: units(projection.demand),
    lateDays: lateReceiptDays(frame, result, node, firstDay),
  };
}

function lateReceiptDays(frame: Frame, result: PlanResult, node: number, firstDay: number): ReadonlySet<number> {
  const days = new Set<number>();
  const supplyEnd = frame.supplyStart[node + 1] ?? 0;
  for (let row = frame.supplyStart[node] ?? 0; row < supplyEnd; row += 1) {
    // Past-due supply is expected on the first day (PLN-1).
    if ((frame.supplyDay[row] ?? notSet) < firstDay) days.add(firstDay);
  }
  const orderEnd = result.nodeOrderStart[node + 1] ?? 0;
  for (let row = result.nodeOrderStart[node] ?? 0; row < orderEnd; row += 1) {
    if ((result.orderLateDays[row] ?? 0) > 0) days.add(result.orderReceiptDay[row] ?? notSet);
  }
  return days;
}
