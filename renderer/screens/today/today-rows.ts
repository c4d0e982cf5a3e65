import { formatMoney } from '#renderer/text/format-figure.ts';
import type { MoneyByCurrency } from './today-view.ts';

/** Money per currency in one line, the greatest first; nothing where there is none. */
export function showAmounts(amounts: MoneyByCurrency): string {
  return Object.entries(amounts)
    .sort((a, b) => b[1] - a[1])
    .map(([currency, amount]) => formatMoney(amount, currency))
    .join(' · ');
}
