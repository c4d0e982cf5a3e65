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
  const { flow, level, horizon, requirement } = work;
  let balance = work.opening;
  for (let day = 0; day < horizon; day += 1) {
    balance += flow[day] ?? 0;
    if (balance >= (level[day] ?? 0)) continue;
    if (!chooseLaneForNeed(work, work.planDay + day)) {
      if (work.unsourced === 0) work.unsourcedDay = day;
      work.unsourced = Math.max(work.unsourced, (level[day] ?? 0) - balance);
      continue;
    }
    requirement.balance = balance;
    placeNeed(work, day, reason);
    balance = requirement.balance;
  }
}

/** Writes the lot for a need and adds it to `requirement.balance`. */
function placeNeed(work: NodeWork, needDay: number, reason: number): void {
  const { flow, firm, level, horizon, requirement, placement } = work;
  const { balance } = requirement;
  const arrival = placement.receiptDay - work.planDay;
  const end = Math.min(horizon, Math.max(lotWindowEnd(work, needDay), arrival));
  // A late order would not come before what the planner has fixed until then: it must not be ordered twice.
  const firmEnd = Math.min(horizon - 1, arrival);
  let running = balance;
  if (work.hasFirm) for (let day = needDay + 1; day <= firmEnd; day += 1) running += firm[day] ?? 0;
  let coverDay = needDay;
  let net = (level[needDay] ?? 0) - running;
  for (let day = needDay + 1; day < end; day += 1) {
    running += flow[day] ?? 0;
    if (work.hasFirm && day <= firmEnd) running -= firm[day] ?? 0;
    const short = (level[day] ?? 0) - running;
    if (short > net) {
      net = short;
      coverDay = day;
    }
  }
  if (net <= 0) return;
  requirement.needDay = needDay;
  requirement.forecastThrough = coverDay;
  requirement.ordersThrough = coverDay;
  requirement.supplyThrough = coverDay;
  requirement.firmThrough = Math.max(coverDay, firmEnd);
  requirement.peggedOrders = -1;
  requirement.peggedDependent = -1;
  requirement.target = level[coverDay] ?? 0;
  requirement.net = net;
  sizeLot(work);
  requirement.reason = reason;
  writeLot(work);
  requirement.balance = balance + work.plannedTotal - requirement.plannedBefore;
}
