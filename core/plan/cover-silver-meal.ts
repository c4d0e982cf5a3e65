import { changeOn } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';

/**
 * The day (offset, excluded) up to which a lot for `needDay` covers by Silver and Meal: the lot grows by a day while
 * the cost per day does not rise. `balance` is the balance on the need day without the lot; costs are per order and
 * per grain and day. Without either cost the lot covers one day. O(days), does not throw.
 * Source: Silver and Meal 1973; Silver, Pyke and Thomas, 4th ed., section 5.6.1.
 *
 * @example demand 18, 30, 42, 5, 20 with order cost 80 and holding cost 2 gives lots over 2, 2 and 1 periods
 */
export function coverSilverMeal(
  work: NodeWork,
  needDay: number,
  balance: number,
  orderCost: number,
  holdingCost: number,
): number {
  if (!(orderCost > 0 && holdingCost > 0)) return needDay + 1;
  const { level, horizon } = work;
  let running = balance;
  let required = (level[needDay] ?? 0) - balance;
  let cost = orderCost;
  let costPerDay = orderCost;
  let end = needDay + 1;
  // Costs are sums of doubles: a tie in exact arithmetic must not look like a rise.
  const tolerance = 1 + 1e-12;
  for (let day = needDay + 1; day < horizon; day += 1) {
    running += changeOn(work, day);
    const more = Math.max(0, (level[day] ?? 0) - running - required);
    cost += holdingCost * more * (day - needDay);
    const next = cost / (day - needDay + 1);
    if (next > costPerDay * tolerance) break;
    costPerDay = next;
    required += more;
    if (more > 0) end = day + 1;
  }
  return end;
}
