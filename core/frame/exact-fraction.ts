/** A whole number over a whole number, in lowest terms; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The decimal number that was typed, exactly, and not its nearest double: 0.1 is 1/10. Does not throw for finite numbers.
 *
 * @example exactFraction(2.5) → { numerator: 5n, denominator: 2n }
 */
export function exactFraction(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', places = ''] = mantissa.split('.');
  const scale = Number(exponent) - places.length;
  const digits = BigInt(whole + places);
  return scale >= 0 ? reduced(digits * 10n ** BigInt(scale), 1n) : reduced(digits, 10n ** BigInt(-scale));
}

/** The product, exactly. Does not throw. @example productOf(exactFraction(0.5), exactFraction(4)) → 2n over 1n */
export function productOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The quotient, exactly; `b` is above 0. Does not throw. @example quotientOf(exactFraction(1), exactFraction(4)) → 1n over 4n */
export function quotientOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The sum, exactly. Does not throw. @example sumOf(exactFraction(0.5), exactFraction(0.25)) → 3n over 4n */
export function sumOf(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
