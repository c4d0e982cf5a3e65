import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import type { LateDemand } from './network-delivery.ts';
import type { NodeFlow } from './node-flow.ts';

/** What binds for a demand due on a day and served on another (offsets; the horizon where it is not served in it). */
export type FindConstraint = (
  dueDay: number,
  servedDay: number,
) => Pick<LateDemand, 'constraint' | 'constraintNode' | 'constraintOrdinal'>;

/**
 * The demands of a node's own customers that are served late or not at all (PLN-34). What is served goes to the oldest
 * demand first, within a day to the order with the lower priority number, to what has no order of its own last, above all the forecast, which has one row.
 * `own` is the node's own demand and `served` what it gets on each day. Does not throw.
 */
export function listLateDemand(
  work: NodeWork,
  flow: NodeFlow,
  own: Float64Array,
  served: Float64Array,
  findConstraint: FindConstraint,
): LateDemand[] {
  const { frame, planDay, horizon } = work;
  const { node } = flow;
  const late: LateDemand[] = [];
  const total = served.reduce((sum, grains) => sum + grains, 0);
  const clock = createClock(served);
  /** Demand up to here, oldest first. */
  let asked = Math.max(0, -flow.opening);
  if (asked > clock.servedThrough(0)) late.push(lateRow(notSet, 0, asked, asked));
  let order = frame.demandStart[node] ?? 0;
  const end = frame.demandStart[node + 1] ?? 0;
  const rest = { first: notSet, grains: 0, unmet: 0, last: 0 };
  for (let day = 0; day < horizon; day += 1) {
    // What the node handed to its successor is asked of that one; it was the last to be served on its day (PLN-28).
    let left = own[day] ?? 0;
    for (; order < end && Math.max(0, (frame.demandDay[order] ?? 0) - planDay) <= day; order += 1) {
      if (frame.demandHold[order] === 1) continue;
      const grains = Math.min(left, frame.demandQty[order] ?? 0);
      left -= grains;
      asked += grains;
      if (grains > 0 && asked > clock.servedThrough(day)) late.push(lateRow(order, day, grains, asked));
    }
    asked += left;
    const missing = Math.min(left, asked - clock.servedThrough(day));
    if (missing <= 0) continue;
    if (rest.first === notSet) rest.first = day;
    rest.grains += missing;
    rest.unmet += Math.min(missing, Math.max(0, asked - total));
    rest.last = Math.max(rest.last, clock.dayOf(asked));
  }
  if (rest.first !== notSet) {
    late.push({
      node,
      kind: 'forecast',
      orderRow: notSet,
      dueDay: planDay + rest.first,
      grains: rest.grains,
      unmet: rest.unmet,
      servedDay: rest.last >= horizon ? notSet : planDay + rest.last,
      ...findConstraint(rest.first, rest.last),
    });
  }
  return late.sort((a, b) => a.dueDay - b.dueDay);

  function lateRow(orderRow: number, dueDay: number, grains: number, through: number): LateDemand {
    const servedDay = clock.dayOf(through);
    return {
      node,
      kind: orderRow === notSet ? 'owed' : 'order',
      orderRow,
      dueDay: orderRow === notSet ? planDay : (frame.demandDay[orderRow] ?? 0),
      grains: Math.min(grains, through - clock.servedThrough(dueDay)),
      unmet: Math.min(grains, Math.max(0, through - total)),
      servedDay: servedDay >= horizon ? notSet : planDay + servedDay,
      ...findConstraint(dueDay, servedDay),
    };
  }
}

/** Answers when how much was served; days only go forward in its questions. */
function createClock(served: Float64Array): { servedThrough(day: number): number; dayOf(grains: number): number } {
  const through = Float64Array.from(served);
  for (let day = 1; day < through.length; day += 1) through[day] = (through[day] ?? 0) + (through[day - 1] ?? 0);
  return {
    servedThrough: (day) => through[day] ?? 0,
    dayOf(grains) {
      let low = 0;
      let high = through.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((through[middle] ?? 0) >= grains) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
