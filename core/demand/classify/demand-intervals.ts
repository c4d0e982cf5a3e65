/**
 * The mean interval between demands in periods: the position of the last demand over their number, the first interval
 * counting from before the first value. 0 without demand. A value at or below 0 is a period without demand. Does not throw.
 * Source: Croston 1972, Operational Research Quarterly 23 (intervals); rule DEM-50.
 *
 * @example meanDemandInterval(Float64Array.of(0, 5, 0, 0, 5, 0, 0)) === 2.5
 */
export function meanDemandInterval(values: Float64Array): number {
  let demands = 0;
  let last = 0;
  for (let period = 0; period < values.length; period += 1) {
    if (!((values[period] ?? 0) > 0)) continue;
    demands += 1;
    last = period + 1;
  }
  return demands > 0 ? last / demands : 0;
}

/**
 * The average demand interval (ADI) in periods: the number of periods over the number of those with demand, so that a
 * long silence at the end counts. 0 without demand. Does not throw.
 * Source: Syntetos, Boylan and Croston 2005, JORS 56; rule DEM-50.
 *
 * @example averageDemandInterval(Float64Array.of(0, 5, 0, 0, 5, 0, 0)) === 3.5
 */
export function averageDemandInterval(values: Float64Array): number {
  let demands = 0;
  for (const value of values) if (value > 0) demands += 1;
  return demands > 0 ? values.length / demands : 0;
}
