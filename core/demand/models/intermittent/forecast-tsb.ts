import { forecastFlat } from '#core/demand/models/simple/forecast-flat.ts';

/** The constants and the start of the method of Teunter, Syntetos and Babai. */
export interface TsbParameters {
  /** Smoothing constants of the demand size and of the probability of a demand, 0 to 1. */
  readonly sizeAlpha: number;
  readonly probabilityAlpha: number;
  /** Size and probability before the first value; by default the first demand and the share of periods with demand. */
  readonly start?: { readonly size: number; readonly probability: number };
}

/**
 * The method of Teunter, Syntetos and Babai: the size of a demand, smoothed when one occurs, times its probability,
 * smoothed in every period, so that an item that stops selling fades (a ForecastModel, rule DEM-29). A value at or below
 * 0 is a period without demand. Does not throw.
 * Source: Teunter, Syntetos and Babai 2011, European Journal of Operational Research 214.
 *
 * @example forecastTsb(Float64Array.of(0, 4, 0, 6), 2, { sizeAlpha: 0.5, probabilityAlpha: 0.5 }) is [3.28125, 3.28125]
 */
export function forecastTsb(
  values: Float64Array,
  horizon: number,
  { sizeAlpha, probabilityAlpha, start = startOf(values) }: TsbParameters,
  out?: Float64Array,
): Float64Array {
  let { size, probability } = start;
  for (const value of values) {
    if (value > 0) {
      size += sizeAlpha * (value - size);
      probability += probabilityAlpha * (1 - probability);
    } else probability -= probabilityAlpha * probability;
  }
  return forecastFlat(size * probability, horizon, out);
}

function startOf(values: Float64Array): { readonly size: number; readonly probability: number } {
  let size = 0;
  let demands = 0;
  for (const value of values) {
    if (value <= 0) continue;
    if (demands === 0) size = value;
    demands += 1;
  }
  return { size, probability: demands > 0 ? demands / values.length : 0 };
}
