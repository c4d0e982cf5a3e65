import type { Projection } from './explanation.ts';
import type { NodeWork } from './node-work.ts';

/**
 * The day-by-day table of the node in work (PLN-19): balance = previous balance + stock adjustment + receipts - demand.
 * Firm orders count as planned receipts, and stay in the balance without orders: they are decided. Does not throw.
 */
export function projectNode(work: NodeWork): Projection {
  const { horizon, unplanned, planned, firm } = work;
  const balance = new Float64Array(horizon);
  const receiptsPlanned = new Float64Array(horizon);
  let received = 0;
  for (let day = 0; day < horizon; day += 1) {
    received += planned[day] ?? 0;
    balance[day] = (unplanned[day] ?? 0) + received;
    receiptsPlanned[day] = (planned[day] ?? 0) + (firm[day] ?? 0);
  }
  return {
    firstDay: work.planDay,
    decimals: work.frame.itemDecimals[work.frame.nodeItem[work.node] ?? 0] ?? 0,
    demand: work.demand.slice(),
    demandForecast: work.forecast.slice(),
    demandOrders: work.orders.slice(),
    demandDependent: work.dependent.slice(),
    demandHandedOver: work.handedOver.slice(),
    receiptsOpen: work.open.slice(),
    receiptsPlanned,
    stockAdjustment: work.adjustment.slice(),
    balance,
    protectedLevel: work.level.slice(),
    balanceWithoutOrders: unplanned.slice(),
  };
}
