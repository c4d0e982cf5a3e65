/** How values are smoothed by loess. */
export interface LoessParameters {
  /** Values in a window; more than there are widen it beyond the ends. */
  readonly window: number;
  /** 0: a weighted mean; 1: a weighted line. */
  readonly degree: 0 | 1;
  /** Every so many values are fitted, the others lie on the line between them. */
  readonly jump: number;
}

/**
 * Loess at evenly spaced values: each is replaced by the fit, weighted by nearness and by the given robustness, of the
 * values in the window around it. Returns a new array. O(values · window / jump), does not throw.
 * Source: Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6, section 2.3.
 *
 * @example smoothLoess(Float64Array.of(1, 3, 5, 7), { window: 3, degree: 1, jump: 1 }) ≈ [1, 3, 5, 7]
 */
export function smoothLoess(values: Float64Array, parameters: LoessParameters, robustness?: Float64Array): Float64Array {
  const { window } = parameters;
  const count = values.length;
  const out = new Float64Array(count);
  if (count < 2) return values.slice();
  const jump = Math.min(parameters.jump, count - 1);
  const lastFirst = Math.max(0, count - window);
  const half = Math.floor((window + 1) / 2);
  const fitAt = (at: number) => {
    const first = Math.min(Math.max(0, at + 1 - half), lastFirst);
    return localFit(values, at, first, Math.min(count, first + window), parameters, robustness) ?? values[at] ?? 0;
  };
  out[0] = fitAt(0);
  for (let before = 0; before < count - 1;) {
    const at = Math.min(count - 1, before + jump);
    const from = out[before] ?? 0;
    const step = ((out[at] = fitAt(at)) - from) / (at - before);
    for (let between = before + 1; between < at; between += 1) out[between] = from + step * (between - before);
    before = at;
  }
  return out;
}

/**
 * The loess fit at position `at`, which may lie outside the values, from those in [first, end); null where all weights
 * vanish. Does not throw. Source: as `smoothLoess`.
 *
 * @example localFit(Float64Array.of(1, 3, 5), 3, 0, 3, { window: 3, degree: 1 }) ≈ 7
 */
export function localFit(
  values: Float64Array,
  at: number,
  first: number,
  end: number,
  { window, degree }: Pick<LoessParameters, 'window' | 'degree'>,
  robustness?: Float64Array,
): number | null {
  const beyond = Math.max(0, Math.floor((window - values.length) / 2));
  const reach = Math.max(at - first, end - 1 - at) + beyond;
  let weights = 0;
  let moment = 0;
  let sum = 0;
  let products = 0;
  let squares = 0;
  for (let index = first; index < end; index += 1) {
    const distance = Math.abs(index - at);
    if (distance > 0.999 * reach) continue;
    const nearness = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    const weight = nearness * (robustness?.[index] ?? 1);
    const value = values[index] ?? 0;
    const offset = index - at;
    weights += weight;
    moment += weight * offset;
    squares += weight * offset * offset;
    sum += weight * value;
    products += weight * offset * value;
  }
  if (weights <= 0) return null;
  const mean = sum / weights;
  const middle = moment / weights;
  const spread = squares / weights - middle * middle;
  // A line through values that lie at one place has no slope.
  if (degree === 0 || Math.sqrt(Math.max(0, spread)) <= 0.001 * (values.length - 1)) return mean;
  return mean - (middle * (products / weights - middle * mean)) / spread;
}
