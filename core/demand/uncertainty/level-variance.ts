/** Periods over which the scatter of demand is measured. */
const scatterPeriods = 52;
/** Periods that a level forecast is worth: it is as uncertain as a mean of so many. */
const levelPeriods = 14;
/** Scatter grows with the level by this power: between counts (1) and proportional swings (2). */
const scatterPower = 1.25;
const leastRatio = 0.1;
const greatestRatio = 4;

/**
 * The variance of the demand of `protection` periods around a flat forecast of `level` per period: H·σ² for the demand and H²·σ²/14
 * for the level itself, with σ² measured over the last year and carried to the forecast level by the power 1.25 of their ratio
 * (rule DEM-73). O(values), does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 3.8; Taylor 1961 (power law of variance), Nature 189.
 *
 * @example levelVariance(Float64Array.of(1, 3, 1, 3), 2, 1) ≈ 1.4286
 */
export function levelVariance(values: Float64Array, level: number, protection: number): number {
  const first = Math.max(0, values.length - scatterPeriods);
  const count = values.length - first;
  if (count < 2) return protection * level;
  let sum = 0;
  for (let period = first; period < values.length; period += 1) sum += values[period] ?? 0;
  const mean = sum / count;
  let squares = 0;
  for (let period = first; period < values.length; period += 1) squares += ((values[period] ?? 0) - mean) ** 2;
  const ratio = mean > 0 ? Math.min(greatestRatio, Math.max(leastRatio, (level / mean) ** scatterPower)) : 1;
  const scatter = (squares / (count - 1)) * ratio;
  return scatter * (protection + (protection * protection) / levelPeriods);
}
