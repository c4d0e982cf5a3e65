/**
 * A polynomial at x by Horner's scheme; coefficients from the highest power to the constant. Does not throw.
 * Source: Knuth, The Art of Computer Programming, vol. 2, section 4.6.4.
 *
 * @example polynomial([2, 3, 5], 10) === 235
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index += 1) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}
