import { changeOn } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';

/**
 * The day (offset, excluded) up to which the first lot of a cost-minimal schedule covers, from `needDay` to the
 * horizon: dynamic programming from the last day back. Parameters as for Silver-Meal. O(days²) and only for items
 * with this rule, which is why its arrays are allocated here. Does not throw.
 * Source: Wagner and Whitin 1958, Management Science 5; Snyder and Shen, 2nd ed., section 3.7.
 *
 * @example demand 90, 120, 80, 70 with order cost 500 and holding cost 2 gives a first lot of 210 over 2 periods
 */
export function coverWagnerWhitin(
  work: NodeWork,
  needDay: number,
  balance: number,
  orderCost: number,
  holdingCost: number,
): number {
  if (!(orderCost > 0 && holdingCost > 0)) return needDay + 1;
  const required = requirementsFrom(work, needDay, balance);
  const days = required.length;
  const least = new Float64Array(days + 1);
  const end = new Int32Array(days);
  for (let first = days - 1; first >= 0; first -= 1) {
    if (required[first] === 0) {
      least[first] = least[first + 1] ?? 0;
      continue;
    }
    let cost = orderCost;
    let best = Infinity;
    for (let next = first + 1; next <= days && cost < best; next += 1) {
      const total = cost + (least[next] ?? 0);
      if (total < best) {
        best = total;
        end[first] = next;
      }
      cost += holdingCost * (required[next] ?? 0) * (next - first);
    }
    least[first] = best;
  }
  return needDay + (end[0] ?? 1);
}

/** What each day from `needDay` on adds to the requirement. */
function requirementsFrom(work: NodeWork, needDay: number, balance: number): Float64Array {
  const { level, horizon } = work;
  const required = new Float64Array(horizon - needDay);
  let running = balance;
  let total = 0;
  for (let day = needDay; day < horizon; day += 1) {
    if (day > needDay) running += changeOn(work, day);
    const more = Math.max(0, (level[day] ?? 0) - running - total);
    required[day - needDay] = more;
    total += more;
  }
  return required;
}
