/**
 * The same forecast for each of the next `horizon` periods: what every model without trend and season ends with.
 * Writes to `out` and returns it. Does not throw.
 *
 * @example forecastFlat(3, 2) is [3, 3]
 */
export function forecastFlat(level: number, horizon: number, out: Float64Array = new Float64Array(horizon)): Float64Array {
  return out.fill(level, 0, horizon);
}
