import { chooseLaneForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { writeLot } from './write-lines.ts';

/**
 * One order for each demand that stock and open supply do not cover, earliest demand first (PLN-18). Open supply counts
 * whatever its date: it was made for a demand, and ordering again would serve the demand twice; if it is late, it
 * raises its own exception. Forecast is not built to. Does not throw.
 */
export function planMakeToOrder(work: NodeWork, reason: number): void {
  const { frame, node, planDay, horizon, requirement } = work;
  let supply = work.opening;
  for (let day = 0; day < horizon; day += 1) {
    supply += (work.open[day] ?? 0) + (work.firm[day] ?? 0) + (work.adjustment[day] ?? 0);
  }
  const dependents = work.postingCount === 0 ? [] : work.postings.list(node);
  let order = frame.demandStart[node] ?? 0;
  const end = frame.demandStart[node + 1] ?? 0;
  let dependent = 0;
  requirement.peggedOrders = 0;
  requirement.peggedDependent = 0;
  while (order < end || dependent < dependents.length) {
    const orderDay = order < end ? Math.max(0, (frame.demandDay[order] ?? 0) - planDay) : horizon;
    const posting = dependents[dependent];
    let needDay = orderDay;
    if (posting !== undefined && posting.dayOffset < orderDay) {
      needDay = posting.dayOffset;
      requirement.peggedDependent += posting.grains;
      dependent += 1;
    } else {
      if (order >= end || orderDay >= horizon) return;
      if (frame.demandHold[order] !== 1) requirement.peggedOrders += frame.demandQty[order] ?? 0;
      order += 1;
    }
    if (needDay >= work.orderEnd) return;
    const net = requirement.peggedOrders + requirement.peggedDependent - supply - work.plannedTotal;
    if (net <= 0) continue;
    if (!chooseLaneForNeed(work, planDay + needDay)) {
      if (work.unsourced === 0) work.unsourcedDay = needDay;
      work.unsourced = Math.max(work.unsourced, net);
      continue;
    }
    requirement.needDay = needDay;
    requirement.forecastThrough = -1;
    requirement.ordersThrough = needDay;
    requirement.supplyThrough = horizon - 1;
    requirement.firmThrough = horizon - 1;
    requirement.target = 0;
    requirement.net = net;
    requirement.lot = net;
    requirement.reason = reason;
    writeLot(work);
  }
}
