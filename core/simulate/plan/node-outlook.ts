import { codeOf, planMethods } from '#core/frame/codes.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { OrderDays } from './order-days.ts';

const makeToOrder = codeOf(planMethods, 'make_to_order');

/** What a node expects on the days to come, and which open supply its position counts on each day; grains, days from the plan day. */
export interface NodeOutlook {
  /** What arrives besides simulated orders; below 0 what leaves. */
  readonly receipts: Float64Array;
  /** What of it the position begins to count on each day. */
  readonly seen: Float64Array;
  /** Customers' orders due after one day and up to another. */
  orderedBetween(day: number, through: number): number;
  /**
   * The position at the end of `day` that keeps the balance at or above the protected level on the days from `first` up to
   * `end` (excluded), if demand is as expected.
   */
  neededThrough(day: number, first: number, end: number): number;
}

/**
 * The outlook of the node in work over the first `days` days (rules SIM-24 to SIM-27). As in the plan, a day's position counts the open
 * supply that is due by the arrival of an order of that day; of items made to order it counts all. To be called when the node was
 * planned. Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   outlookOf(work, 14, orderDaysOf(work, 14)).receipts[10] === 40000
 */
export function outlookOf(work: NodeWork, days: number, { arrival }: OrderDays): NodeOutlook {
  const { frame, node, demand, orders, open, adjustment, level, horizon, hasOrders, hasOpen, hasAdjustment } = work;
  const safetyLead = frame.nodeSafetyLeadTimeDays[node] ?? 0;
  const countsAll = frame.nodeMethod[node] === makeToOrder;
  /** Expected to be gone, asked for by customers, and known to arrive, each up to and including a day. */
  const gone = new Float64Array(horizon);
  const asked = new Float64Array(horizon);
  const known = new Float64Array(horizon);
  const receipts = new Float64Array(days);
  for (let day = 0; day < horizon; day += 1) {
    const change = (hasOpen ? (open[day] ?? 0) : 0) + (hasAdjustment ? (adjustment[day] ?? 0) : 0);
    gone[day] = (gone[day - 1] ?? 0) + (demand[day] ?? 0) - Math.min(0, change);
    asked[day] = (asked[day - 1] ?? 0) + (hasOrders ? (orders[day] ?? 0) : 0);
    known[day] = (known[day - 1] ?? 0) + Math.max(0, change);
    if (day < days) receipts[day] = change;
  }
  const last = horizon - 1;
  const upTo = (column: Float64Array, day: number): number => (day < 0 ? 0 : (column[Math.min(day, last)] ?? 0));

  const counted = new Int32Array(days);
  const seen = new Float64Array(days);
  let through = -1;
  let before = 0;
  for (let day = 0; day < days; day += 1) {
    const arrives = arrival[day] ?? -1;
    through = countsAll ? last : Math.max(through, day, arrives < 0 ? 0 : arrives + safetyLead);
    counted[day] = through;
    const visible = upTo(known, through);
    seen[day] = visible - before;
    before = visible;
  }
  return {
    receipts,
    seen,
    orderedBetween: (day, until) => upTo(asked, until + safetyLead) - upTo(asked, day),
    neededThrough(day, first, end) {
      const countedSupply = upTo(known, counted[day] ?? 0);
      let most = -Infinity;
      for (let later = first + safetyLead; later < end + safetyLead; later += 1) {
        const at = Math.min(later, last);
        // Supply that comes after what the position counts helps from its own day on.
        const supply = Math.max(0, upTo(known, at) - countedSupply);
        most = Math.max(most, (level[at] ?? 0) + upTo(gone, at) - upTo(gone, day) - supply);
      }
      return most;
    },
  };
}
