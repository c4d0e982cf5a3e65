/**
 * A forecast model: from a history (oldest value first, one value per period) the expected value of each of the next
 * `horizon` periods. It writes to the first `horizon` elements of `out`, or of a new array, and returns that array.
 * It does not change the history and does not throw; without history it forecasts 0 (rule DEM-20).
 */
export type ForecastModel<Parameters> = (
  values: Float64Array,
  horizon: number,
  parameters: Parameters,
  out?: Float64Array,
) => Float64Array;

/** The parameters of a model that has none. */
export type NoParameters = Readonly<Record<never, never>>;
