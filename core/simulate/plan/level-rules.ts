import { codeOf, planMethods } from '#core/frame/codes.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { OrderRules } from '#core/simulate/item/order-rules.ts';
import type { NodeOutlook } from './node-outlook.ts';
import type { OrderDays } from './order-days.ts';

const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');

function reviewDaysOf({ frame }: NodeWork, lane: number): number {
  return Math.max(1, frame.laneReviewDays[lane] ?? 0);
}

/**
 * Minimum and maximum, reorder point, and a maximum that is filled on review days: levels of the position (rule SIM-25). A review on
 * a day without orders waits for the next day that takes them. Does not throw.
 *
 * @example const work = createNodeWork({ ...frame, nodeMaxQty: [90000, 0] }, forecast);
 *   planNode(work, 0);
 *   const days = orderDaysOf(work, 7);
 *   const rules = noOrders(7);
 *   fillPosition(work, rules, days, outlookOf(work, 7, days));
 *   rules.orderUpTo[0] === 90000
 */
export function fillPosition(work: NodeWork, rules: OrderRules, { lane, arrival }: OrderDays, outlook: NodeOutlook): void {
  const { frame, node } = work;
  const method = frame.nodeMethod[node];
  const max = Math.max(0, frame.nodeMaxQty[node] ?? 0);
  const min = Math.max(0, frame.nodeMinQty[node] ?? 0);
  const isPoint = method === reorderPoint;
  const low = method === periodic ? (min > 0 ? min : max) : (work.level[0] ?? 0);
  // A reorder point without a maximum is lifted over by what is used up until the next look.
  const lifted = isPoint && max === 0 ? Math.max(1, Math.round(work.dailyDemand * reviewDaysOf(work, lane))) : 0;
  const every = method === periodic ? reviewDaysOf(work, lane) : 1;
  let isDue = false;
  for (let day = 0; day < arrival.length; day += 1) {
    const arrives = arrival[day] ?? -1;
    if (day % every === 0) isDue = true;
    if (arrives < 0 || !isDue) continue;
    isDue = false;
    // A minimum looks at the stock when an order would arrive; a reorder point holds the demand until then already.
    const asked = isPoint ? 0 : outlook.orderedBetween(day, arrives);
    rules.reorderLevel[day] = low + asked;
    rules.orderUpTo[day] = Math.max(low + lifted, max) + asked;
  }
}

/**
 * Reviews that order what holds the protected level until the receipt of the next one (rule SIM-26). Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   const days = orderDaysOf(work, 14);
 *   const rules = noOrders(14);
 *   fillReviews(work, rules, days, outlookOf(work, 14, days));
 *   [0, 1, 7].map((day) => rules.orderUpTo[day]) is [200000, -Infinity, 200000]
 */
export function fillReviews(work: NodeWork, rules: OrderRules, { lane, arrival }: OrderDays, outlook: NodeOutlook): void {
  const every = reviewDaysOf(work, lane);
  let due = 0;
  for (let day = 0; day < arrival.length; day += 1) {
    const arrives = arrival[day] ?? -1;
    if (arrives < 0 || day < due) continue;
    due = day + every;
    let next = due;
    while (next < arrival.length && (arrival[next] ?? -1) < 0) next += 1;
    const until = next < arrival.length ? (arrival[next] ?? 0) : arrives + every;
    rules.reorderLevel[day] = outlook.neededThrough(day, arrives, Math.max(arrives + 1, until));
    rules.orderUpTo[day] = rules.reorderLevel[day] ?? 0;
  }
}
