/**
 * Orders over a demand, one lot after the other: `endOf(first)` says up to which period (excluded) a lot received in
 * period `first` covers; an end at or before `first` starts no lot there. `demand`: units per period, at or above 0;
 * the result has the same length, what is received in each period. O(periods) beside `endOf`; does not throw.
 * Source: Wagner and Whitin 1958, Management Science 5 (an order covers whole periods).
 *
 * @example scheduleLots([18, 30, 42], (first) => first + 2) is [48, 0, 42]
 */
export function scheduleLots(demand: ArrayLike<number>, endOf: (first: number) => number): Float64Array {
  const orders = new Float64Array(demand.length);
  let first = 0;
  while (first < demand.length) {
    const end = Math.min(demand.length, endOf(first));
    let lot = 0;
    for (let period = first; period < end; period += 1) lot += demand[period] ?? 0;
    orders[first] = lot;
    first = Math.max(end, first + 1);
  }
  return orders;
}
