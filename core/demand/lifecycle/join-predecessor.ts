/**
 * The demand of an item together with that of the item it replaced (rule DEM-93), in one unit: `factor` units of the successor stand for one of the
 * predecessor. Up to before `takeOver` (a position, whole or not) the demand of the predecessor has to be known, from there on that of the successor: where one was out of
 * stock before it was sold, or after it no longer was, that says nothing. Series of one length, NaN where unknown. A new series; does not throw.
 * Source: supersession chains in parts planning, Muckstadt 2005, Analysis and Algorithms for Service Parts Supply Chains, chapter 1.
 *
 * @example joinPredecessor(Float64Array.of(NaN, 0, 4), Float64Array.of(5, NaN, NaN), 2) is [5, NaN, 4]
 */
export function joinPredecessor(own: Float64Array, predecessor: Float64Array, takeOver: number, factor = 1): Float64Array {
  return own.map((value, period) => {
    const before = (predecessor[period] ?? 0) * factor;
    if (Number.isNaN(value)) return period < takeOver ? before : NaN;
    if (Number.isNaN(before)) return period < takeOver ? NaN : value;
    return value + before;
  });
}
