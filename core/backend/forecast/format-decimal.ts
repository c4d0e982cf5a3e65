/** Digits of a figure that a computed forecast can stand for, and some to spare. */
const digits = 12;
const mostDecimals = 15;

/**
 * A number as decimal text with 12 significant digits at most and no exponent, whatever its size; what forecast files hold.
 * Figures below 1e-15 are 0. Does not throw for finite numbers.
 *
 * @example formatDecimal(1 / 3) === '0.333333333333'; formatDecimal(2.5e21) === '2500000000000000000000'
 */
export function formatDecimal(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15) return BigInt(Math.round(value)).toString();
  if (size < 10 ** -mostDecimals) return '0';
  const decimals = Math.min(mostDecimals, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
  const text = value.toFixed(decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
