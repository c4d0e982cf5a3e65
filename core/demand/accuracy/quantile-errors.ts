/**
 * The mean pinball loss of forecasts of one quantile: an actual above costs its distance times the probability, one
 * below its distance times the rest; least for the true quantile (rule DEM-49). NaN without periods. Does not throw.
 * Source: Koenker and Bassett 1978, Econometrica 46; Gneiting and Raftery 2007, JASA 102.
 *
 * @example pinballLoss([10, 10], [8, 12], 0.75) === 1
 */
export function pinballLoss(actual: ArrayLike<number>, quantile: ArrayLike<number>, probability: number): number {
  let sum = 0;
  for (let period = 0; period < actual.length; period += 1) {
    const above = (actual[period] ?? 0) - (quantile[period] ?? 0);
    sum += above >= 0 ? probability * above : (probability - 1) * above;
  }
  return sum / actual.length;
}

/**
 * The share of actuals at or below their quantile forecast; near the probability where the forecasts are honest
 * (rule DEM-49). NaN without periods. Does not throw. Source: Gneiting and Raftery 2007, JASA 102.
 *
 * @example coverage([10, 10, 12, 9], [11, 9, 12, 9]) === 0.75
 */
export function coverage(actual: ArrayLike<number>, quantile: ArrayLike<number>): number {
  let covered = 0;
  for (let period = 0; period < actual.length; period += 1) {
    if ((actual[period] ?? 0) <= (quantile[period] ?? 0)) covered += 1;
  }
  return covered / actual.length;
}
