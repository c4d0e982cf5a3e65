import { describe, expect, it } from 'vitest';
import { showMoney, sumByCurrency } from './money-of-lines.ts';

describe('money of lines', () => {
  it('DSK-9 is added up within a currency and never across', () => {
    const lines = [
      { value: 10, currency: 'CHF' },
      { value: 1000, currency: 'EUR' },
      { value: 250.4, currency: 'EUR' },
    ];
    expect(showMoney(sumByCurrency(lines))).toBe('1,250 EUR · 10 CHF');
    expect(showMoney(sumByCurrency([]))).toBe('');
  });
});
