const price = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Money to the cent, so that figures below each other line up. @example formatPrice(124.6) // '124.60' */
export function formatPrice(amount: number): string {
  return price.format(amount).replace('-', '\u2212');
}
