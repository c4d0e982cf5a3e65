import { chooseLaneForNeed } from './choose-lane.ts';
import type { NodeWork } from './node-work.ts';
import { lotWindowEnd, sizeLot } from './size-lot.ts';
import { writeLot } from './write-lines.ts';

/**
 * Plans a receipt on every day on which the balance falls below the protected level (PLN-6). Needs are found as if
 * every receipt came in time; a receipt that cannot is dated one lead time after the first allowed order day and
 * also covers the other needs that would be late with it. O(days), does not throw.
 */
export function planTimePhased(work: NodeWork, reason: number): void {
  const { flow, level, horizon } = work;
  let balance = work.opening;
  for (let day = 0; day < horizon; day += 1) {
    balance += flow[day] ?? 0;
    if (balance >= (level[day] ?? 0)) continue;
    if (!chooseLaneForNeed(work, work.planDay + day)) {
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, (level[day] ?? 0) - balance);
      continue;
    }
    balance += placeNeed(work, day, balance, reason);
  }
}

function placeNeed(work: NodeWork, needDay: number, balance: number, reason: number): number {
  const { flow, firm, level, horizon, requirement, placement } = work;
  const arrival = placement.receiptDay - work.planDay;
  const end = Math.min(horizon, Math.max(lotWindowEnd(work, needDay, balance), arrival));
  // A late order would not come before what the planner has fixed until then: it must not be ordered twice.
  const firmEnd = Math.min(horizon - 1, arrival);
  let running = balance;
  for (let day = needDay + 1; day <= firmEnd; day += 1) running += firm[day] ?? 0;
  let coverDay = needDay;
  let net = (level[needDay] ?? 0) - running;
  for (let day = needDay + 1; day < end; day += 1) {
    running += (flow[day] ?? 0) - (day <= firmEnd ? (firm[day] ?? 0) : 0);
    const short = (level[day] ?? 0) - running;
    if (short > net) {
      net = short;
      coverDay = day;
    }
  }
  if (net <= 0) return 0;
  requirement.needDay = needDay;
  requirement.forecastThrough = coverDay;
  requirement.ordersThrough = coverDay;
  requirement.supplyThrough = coverDay;
  requirement.firmThrough = Math.max(coverDay, firmEnd);
  requirement.peggedOrders = -1;
  requirement.peggedDependent = -1;
  requirement.target = level[coverDay] ?? 0;
  requirement.net = net;
  requirement.lot = sizeLot(work, net);
  requirement.reason = reason;
  return writeLot(work);
}
