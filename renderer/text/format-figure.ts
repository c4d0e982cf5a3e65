const zeroSign = '–';
const unitPrice = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
const axis = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const formats = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  let format = formats.get(decimals);
  if (!format) formats.set(decimals, (format = new Intl.NumberFormat('en', { maximumFractionDigits: decimals })));
  return format;
}

/** A figure as cells show it: thousands separated, a true minus, zero as a dash. @example formatFigure(-1234.5, 1) // '−1,234.5' */
export function formatFigure(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return '';
  const shown = formatOf(decimals).format(Math.abs(value));
  if (shown === '0') return zeroSign;
  return value < 0 ? `−${shown}` : shown;
}

/** A figure beside an axis, which has little room: millions in short. @example formatAxisFigure(2_500_000) // '2.5M' */
export function formatAxisFigure(value: number): string {
  return (Math.abs(value) < 1e6 ? formatOf(6) : axis).format(value);
}

/** A change with its sign. @example formatSigned(12) // '+12' */
export function formatSigned(value: number, decimals = 0): string {
  const shown = formatFigure(value, decimals);
  return value > 0 && shown !== zeroSign ? `+${shown}` : shown;
}

/** Whether a shown figure is the dash of zero, which is drawn faint. */
export function isZeroSign(shown: string): boolean {
  return shown === zeroSign;
}

/** What one unit costs: to the cent, finer where the price is. @example formatUnitPrice(9, 'EUR') // '9.00 EUR' */
export function formatUnitPrice(amount: number, currency: string): string {
  return `${unitPrice.format(amount)} ${currency}`.trim();
}

/** Money in whole units of its currency; cents where the amount is small or `decimals` asks for them. */
export function formatMoney(amount: number, currency: string, decimals = 0): string {
  return `${formatFigure(amount, decimals)} ${currency}`.trim();
}
