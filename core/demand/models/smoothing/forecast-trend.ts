/**
 * A level and a trend carried on: level + (φ + φ² + … + φʰ) · trend in period h, φ the damping. Writes to `out` and
 * returns it. Does not throw. Source: Gardner and McKenzie 1985, Management Science 31.
 *
 * @example forecastTrend(10, 4, 0.5, 2) is [12, 13]
 */
export function forecastTrend(
  level: number,
  trend: number,
  damping: number,
  horizon: number,
  out: Float64Array = new Float64Array(horizon),
): Float64Array {
  let carried = 0;
  let share = 1;
  for (let step = 0; step < horizon; step += 1) {
    share *= damping;
    carried += share;
    out[step] = level + carried * trend;
  }
  return out;
}
