/**
 * Orders in whole lots of `lot` units, in each period as few as keep the stock from falling below zero, starting
 * without stock. `demand`: units per period; the result has the same length. A lot of 0 is no lot: each period gets its
 * demand. O(periods), does not throw.
 *
 * @example fixedLots([18, 30, 42, 5, 20], 43) is [43, 43, 43, 0, 0]
 */
export function fixedLots(demand: ArrayLike<number>, lot: number): Float64Array {
  const orders = new Float64Array(demand.length);
  let stock = 0;
  for (let period = 0; period < demand.length; period += 1) {
    const short = (demand[period] ?? 0) - stock;
    const order = short <= 0 ? 0 : lot > 0 ? Math.ceil(short / lot) * lot : short;
    orders[period] = order;
    stock = order - short;
  }
  return orders;
}
