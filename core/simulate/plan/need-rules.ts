import { codeOf, lotRules } from '#core/frame/codes.ts';
import { termsOfLane } from '#core/plan/gather-lanes.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import { lotWindowEnd } from '#core/plan/size-lot.ts';
import type { OrderRules } from '#core/simulate/item/order-rules.ts';
import type { NodeOutlook } from './node-outlook.ts';
import type { OrderDays } from './order-days.ts';

const wagnerWhitin = codeOf(lotRules, 'wagner_whitin');

/**
 * Orders for needs: placed on the last day on which they come in time, so for all needs up to the arrival of an order of the next
 * order day, and for as many days from there on as the lot covers. They are wanted on the day
 * of need (rule SIM-27). Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   const days = orderDaysOf(work, 7);
 *   needRules(work, noOrders(7), days, outlookOf(work, 7, days)).reorderLevel[0] is 140000 (14 days of 10)
 */
export function needRules(work: NodeWork, rules: OrderRules, { lane, arrival }: OrderDays, outlook: NodeOutlook): OrderRules {
  const windowAt = lotWindows(work, lane);
  const days = arrival.length;
  /** Up to which day an order of each day is placed for; and the most days there are in between. */
  const until = new Int32Array(days);
  let mostWait = 0;
  for (let day = days - 1, next = -1; day >= 0; day -= 1) {
    const arrives = arrival[day] ?? -1;
    if (arrives < 0) continue;
    until[day] = next < 0 ? arrives + 1 : Math.min(arrives + longestGap, Math.max(arrives + 1, next));
    mostWait = Math.max(mostWait, (until[day] ?? 0) - arrives - 1);
    next = arrives;
  }
  const orderUpTo = new Float64Array(days * (mostWait + 1)).fill(-Infinity);
  const neededBy = new Float64Array(days * (mostWait + 1)).fill(-Infinity);
  for (let day = 0; day < days; day += 1) {
    const arrives = arrival[day] ?? -1;
    if (arrives < 0) continue;
    const level = outlook.neededThrough(day, arrives, until[day] ?? 0);
    rules.reorderLevel[day] = level;
    for (let wait = 0; wait <= mostWait; wait += 1) {
      const needDay = arrives + wait;
      const at = day * (mostWait + 1) + wait;
      neededBy[at] = outlook.neededThrough(day, arrives, needDay + 1);
      orderUpTo[at] = Math.max(level, outlook.neededThrough(day, needDay, needDay + windowAt(needDay)));
    }
  }
  return { ...rules, orderUpTo, neededBy, mostWait };
}

/** Order days further apart than this leave orders to arrive when they can. */
const longestGap = 31;

/** Days between two looks at the schedules of Wagner and Whitin, which take long and change little from day to day. */
const daysPerSchedule = 7;

/** Days that a lot for a need on a day covers, as the plan's lot rule says with nothing in stock above the protected level. */
function lotWindows(work: NodeWork, lane: number): (needDay: number) => number {
  const { frame, node, requirement, placement, level, demand, horizon } = work;
  const step = frame.nodeLotRule[node] === wagnerWhitin ? daysPerSchedule : 1;
  const terms = termsOfLane(work, lane);
  const known = new Map<number, number>();
  return (needDay) => {
    const key = Math.floor(needDay / step);
    const found = known.get(key);
    if (found !== undefined) return found;
    const at = Math.min(horizon - 1, needDay);
    placement.lane = terms;
    requirement.balance = (level[at] ?? 0) - (demand[at] ?? 0);
    const window = Math.max(1, lotWindowEnd(work, at) - at);
    known.set(key, window);
    return window;
  };
}
