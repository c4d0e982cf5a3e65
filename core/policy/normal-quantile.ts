import { invariant } from '#core/base/invariant.ts';

const centre = {
  above: [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
  below: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
} as const;
const tail = {
  above: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
  ],
  below: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
} as const;
const tailShare = 0.02425;

/**
 * The standard normal quantile k = Φ⁻¹(p), 0 < p < 1; relative error below 1.2e-9. A p outside is a bug of the caller.
 * Source: P. J. Acklam, rational approximation of the inverse normal distribution function (2003).
 *
 * @example normalQuantile(0.95) ≈ 1.644853627
 */
export function normalQuantile(probability: number): number {
  invariant(probability > 0 && probability < 1, 'a normal quantile needs a probability between 0 and 1');
  if (probability < tailShare) return tailQuantile(probability);
  if (probability > 1 - tailShare) return -tailQuantile(1 - probability);
  const offset = probability - 0.5;
  const square = offset * offset;
  return (offset * polynomial(centre.above, square)) / polynomial(centre.below, square);
}

function tailQuantile(probability: number): number {
  const depth = Math.sqrt(-2 * Math.log(probability));
  return polynomial(tail.above, depth) / polynomial(tail.below, depth);
}

/** Horner's scheme, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index += 1) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}
