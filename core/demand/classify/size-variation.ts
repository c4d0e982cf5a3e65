/** The squared coefficient of variation of the demand sizes, by both conventions. */
export interface SizeVariation {
  /** How many periods have demand. */
  readonly demands: number;
  /** Variance with the divisor n − 1 over the squared mean; NaN with fewer than two demands. */
  readonly sample: number;
  /** Variance with the divisor n over the squared mean; NaN without demand. */
  readonly population: number;
}

/**
 * The squared coefficient of variation of the values above 0 (rule DEM-51). O(values), does not throw.
 * Source: Syntetos, Boylan and Croston 2005, JORS 56.
 *
 * @example sizeVariation(Float64Array.of(0, 1, 0, 3)) is { demands: 2, sample: 0.5, population: 0.25 }
 */
export function sizeVariation(values: Float64Array): SizeVariation {
  let demands = 0;
  let sum = 0;
  for (const value of values) {
    if (value <= 0) continue;
    demands += 1;
    sum += value;
  }
  const mean = sum / demands;
  let squares = 0;
  for (const value of values) if (value > 0) squares += (value - mean) ** 2;
  const relative = squares / (mean * mean);
  return { demands, sample: demands > 1 ? relative / (demands - 1) : NaN, population: relative / demands };
}
