/**
 * The statistic of Kwiatkowski, Phillips, Schmidt and Shin for a series that varies about a level; large where it
 * wanders. Above 0.463 a level is rejected at 5 %. Long-run variance with ⌊3√n / 13⌋ lags. 0 for values that are all alike.
 * O(values · lags), does not throw.
 * Source: Kwiatkowski, Phillips, Schmidt and Shin 1992, Journal of Econometrics 54; ndiffs of the R package forecast (lags).
 *
 * @example kpssStatistic(Float64Array.of(1, -1, 1, -1)) === 0.125
 */
export function kpssStatistic(values: Float64Array): number {
  const count = values.length;
  let total = 0;
  for (const value of values) total += value;
  const deviations = values.map((value) => value - total / count);
  let level = 0;
  let wander = 0;
  for (const deviation of deviations) {
    level += deviation;
    wander += level * level;
  }
  const lags = Math.floor((3 * Math.sqrt(count)) / 13);
  let longRun = 0;
  for (let lag = 0; lag <= lags; lag += 1) {
    let products = 0;
    for (let index = lag; index < count; index += 1) products += (deviations[index] ?? 0) * (deviations[index - lag] ?? 0);
    longRun += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * products;
  }
  return longRun > 0 ? wander / (count * longRun) : 0;
}
