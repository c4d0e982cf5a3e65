import { fitLevel } from './fit-level.ts';
import { fitLine } from './fit-line.ts';
import { decomposeClassically } from '#core/demand/seasonality/decompose-classically.ts';
import { removeSeason } from '#core/demand/seasonality/remove-season.ts';
import { restoreSeason } from '#core/demand/seasonality/restore-season.ts';
import { seasonEvidence } from '#core/demand/seasonality/season-evidence.ts';

/** The season the Theta method looks for. */
export interface ThetaParameters {
  /** Periods per season; 1 for none. */
  readonly period: number;
}

/** Values are not divided by an index below this. */
const leastIndex = 1e-4;

/**
 * The Theta method: where the season is significant it is divided out by a multiplicative classical decomposition; then
 * simple exponential smoothing that fits best, with half the slope of the line through the values as drift
 * (a ForecastModel, rule DEM-26). O(values), does not throw.
 * Source: Assimakopoulos and Nikolopoulos 2000; Hyndman and Billah 2003, International Journal of Forecasting 19; thetaf
 * of the R package forecast.
 *
 * @example forecastTheta(Float64Array.of(1, 2, 3, 4, 5, 6), 2, { period: 1 }) ≈ [6.49995, 6.99995] (half the slope of the line)
 */
export function forecastTheta(
  values: Float64Array,
  horizon: number,
  { period }: ThetaParameters,
  out: Float64Array = new Float64Array(horizon),
): Float64Array {
  const indices = seasonEvidence(values, period) > 1 ? decomposeClassically(values, period, 'multiplicative').indices : null;
  if (!indices?.every((index) => Math.abs(index) >= leastIndex && Number.isFinite(index))) {
    return forecastDrift(values, horizon, out);
  }
  forecastDrift(removeSeason(values, indices, 'multiplicative'), horizon, out);
  return restoreSeason(out, horizon, indices, 'multiplicative', values.length);
}

function forecastDrift(values: Float64Array, horizon: number, out: Float64Array): Float64Array {
  const { alpha, level } = fitLevel(values);
  const drift = fitLine(values).slope / 2;
  const lag = (1 - (1 - alpha) ** values.length) / alpha;
  for (let step = 0; step < horizon; step += 1) out[step] = level + drift * (step + lag);
  return out;
}
