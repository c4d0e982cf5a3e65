import type { OutboxLine } from '#core/contract/schemas.ts';
import { formatMoney } from '#renderer/text/format-figure.ts';

/** The value of lines per currency; currencies are never added to each other. Does not throw. */
export function sumByCurrency(lines: readonly Pick<OutboxLine, 'value' | 'currency'>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { value, currency } of lines) sums.set(currency, (sums.get(currency) ?? 0) + value);
  return sums;
}

/** Money per currency in one line, the greatest first. @example showMoney(new Map([['EUR', 12]])) // '12 EUR' */
export function showMoney(sums: ReadonlyMap<string, number>): string {
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .map(([currency, amount]) => formatMoney(amount, currency))
    .join(' · ');
}
