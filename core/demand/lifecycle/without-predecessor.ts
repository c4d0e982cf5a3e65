/**
 * What is left for an item of the forecast of itself and the item it replaced, as that one is still forecast by itself (rule DEM-94): the
 * difference, not below 0, so that both together are the forecast of the joined demand. One value per period, in one unit; `predecessor` the forecast of the
 * replaced item from its own joined history. A new array; does not throw.
 *
 * @example withoutPredecessor(Float64Array.of(9, 9), Float64Array.of(2, 10)) is [7, 0]
 */
export function withoutPredecessor(joined: Float64Array, predecessor: Float64Array): Float64Array {
  return joined.map((value, period) => Math.max(0, value - (predecessor[period] ?? 0)));
}
