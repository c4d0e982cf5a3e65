import type { LotCosts } from './lot-costs.ts';

/**
 * For each period the period (excluded) up to which a lot received in it covers, in a schedule of least cost from there
 * on; the period itself where nothing is received. `demand`: units per period, at or above 0; `unitCosts`: purchase
 * price of each period where it changes. Dynamic programming from the last period back, O(periods²). Does not throw.
 * Source: Wagner and Whitin 1958, Management Science 5; Snyder and Shen, 2nd ed., section 3.7.
 *
 * @example wagnerWhitinEnds([90, 120, 80, 70], { orderCost: 500, holdingCost: 2 })[0] === 2
 */
export function wagnerWhitinEnds(
  demand: ArrayLike<number>,
  { orderCost, holdingCost }: LotCosts,
  unitCosts?: ArrayLike<number>,
): Int32Array {
  const periods = demand.length;
  const least = new Float64Array(periods + 1);
  const ends = new Int32Array(periods);
  for (let first = periods - 1; first >= 0; first -= 1) {
    const unitCost = unitCosts?.[first] ?? 0;
    const canWait = (demand[first] ?? 0) === 0;
    let best = canWait ? (least[first + 1] ?? 0) : Infinity;
    let end = first;
    let cost = orderCost;
    // Prices at or above zero: a lot that alone costs more than the best schedule never becomes part of one.
    for (let next = first + 1; next <= periods && cost < best; next += 1) {
      const required = demand[next - 1] ?? 0;
      cost += unitCost * required + holdingCost * required * (next - 1 - first);
      const total = cost + (least[next] ?? 0);
      if (total >= best) continue;
      best = total;
      end = next;
    }
    least[first] = best;
    ends[first] = end;
  }
  return ends;
}
