/** Holt's method with given constants. */
export interface HoltParameters {
  /** Smoothing constant of the level, 0 to 1. */
  readonly alpha: number;
  /** Smoothing constant of the trend in Holt's own form, 0 to 1; the state-space form has alpha · beta. */
  readonly beta: number;
  /** What is left of the trend after each period, above 0 to 1; default 1, the undamped trend. */
  readonly damping?: number;
  readonly start?: HoltStart;
}

/** Level and trend after the first `used` values, from where the smoothing goes on. */
export interface HoltStart {
  readonly level: number;
  readonly trend: number;
  readonly used: number;
}

/** Level and trend after the last value. */
export interface HoltState {
  readonly level: number;
  /** Units per period. */
  readonly trend: number;
  /** Sum of the squared one-step errors after the start. */
  readonly sumOfSquares: number;
}

/**
 * Level and trend of Holt's method after all values, oldest first (rule DEM-24). The start is by default the second
 * value and its distance from the first, as in HoltWinters of R. O(values), does not throw.
 * Source: Holt 1957 (reprinted 2004, International Journal of Forecasting 20); Gardner and McKenzie 1985 for the damping.
 *
 * @example smoothHolt(Float64Array.of(1, 3, 6), { alpha: 0.5, beta: 0.5 }) is { level: 5.5, trend: 2.25, sumOfSquares: 1 }
 */
export function smoothHolt(values: Float64Array, { alpha, beta, damping = 1, start }: HoltParameters): HoltState {
  const from = start ?? startOf(values);
  let { level, trend } = from;
  let sumOfSquares = 0;
  for (let period = from.used; period < values.length; period += 1) {
    const carried = damping * trend;
    const before = level;
    const error = (values[period] ?? 0) - before - carried;
    sumOfSquares += error * error;
    level = before + carried + alpha * error;
    trend = beta * (level - before) + (1 - beta) * carried;
  }
  return { level, trend, sumOfSquares };
}

function startOf(values: Float64Array): HoltStart {
  const [first = 0, second = first] = values;
  return { level: second, trend: second - first, used: 2 };
}
