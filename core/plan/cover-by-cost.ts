import type { LotCosts } from '#core/policy/lots/lot-costs.ts';
import { changeOn } from './look-ahead.ts';
import type { NodeWork } from './node-work.ts';

/**
 * The day (offset, excluded) up to which a lot for `needDay` covers by a lot rule that weighs order cost against holding:
 * `endOf` gets what each day from the need on adds to the requirement, in grains, and says up to which of them the first
 * lot reaches. Without either cost the lot covers one day. O(days) and what the rule takes; only items with such a rule
 * come here, which is why the requirements are allocated. Does not throw.
 *
 * @example demand 18, 30, 42, 5, 20 with order cost 80 and holding cost 2 gives lots over 2, 2 and 1 days by Silver and Meal
 */
export function coverByCost(
  work: NodeWork,
  needDay: number,
  costs: LotCosts,
  endOf: (required: Float64Array, costs: LotCosts) => number,
): number {
  if (!(costs.orderCost > 0 && costs.holdingCost > 0)) return needDay + 1;
  return needDay + endOf(requirementsFrom(work, needDay), costs);
}

/** What each day from `needDay` on adds to the requirement. */
function requirementsFrom(work: NodeWork, needDay: number): Float64Array {
  const { level, horizon } = work;
  const required = new Float64Array(horizon - needDay);
  let running = work.requirement.balance;
  let total = 0;
  for (let day = needDay; day < horizon; day += 1) {
    if (day > needDay) running += changeOn(work, day);
    const more = Math.max(0, (level[day] ?? 0) - running - total);
    required[day - needDay] = more;
    total += more;
  }
  return required;
}
