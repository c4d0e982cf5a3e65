import { describe, expect, it } from 'vitest';
import type { Explanation } from '#core/plan/explanation.ts';
import type { TippingPoint } from '#core/plan/tipping-points.ts';
import { describeTippingPoints } from './describe-tipping-points.ts';

function explain(decimals: number, tippingPoints: readonly TippingPoint[]): Explanation {
  return { grains: 0, decimals, needDay: 20_465, terms: [], dates: [], tippingPoints };
}

describe('what would change a line', () => {
  it('DSK-11 is said in the unit of the item, the need to the grain and the stock in whole steps', () => {
    const explanation = explain(0, [
      { code: 'vanishes', grains: 39_415 },
      { code: 'rises', grains: 10_001 },
      { code: 'falls', grains: 1_500 },
    ]);
    expect(describeTippingPoints(explanation, { uom: 'EA', currency: 'EUR' })).toEqual([
      '40 EA more in stock, and this line is not needed',
      'From 10.001 EA more need on, more is ordered',
      'From 1.5 EA less need on, less is ordered',
    ]);
  });

  it('DSK-11 takes the smallest step of an item with decimals', () => {
    const explanation = explain(2, [{ code: 'vanishes', grains: 100_001 }]);
    expect(describeTippingPoints(explanation, { uom: 'KG', currency: 'EUR' })).toEqual([
      '1.01 KG more in stock, and this line is not needed',
    ]);
  });

  it('DSK-11 names the day of the need for lead times, and the price for a break', () => {
    const explanation = explain(0, [
      { code: 'becomesLate', days: 6 },
      { code: 'becomesLate', days: 1 },
      { code: 'inTime', days: 5 },
      { code: 'priceBreak', grains: 20_000, unitCost: 9 },
      { code: 'priceBreak', grains: 20_000, unitCost: 0.0345 },
    ]);
    expect(describeTippingPoints(explanation, { uom: 'EA', currency: 'EUR' })).toEqual([
      '6 more days of lead time, and it comes after the need on Mon 12 Jan 26',
      '1 more day of lead time, and it comes after the need on Mon 12 Jan 26',
      '5 days less of lead time, and it comes in time for Mon 12 Jan 26',
      '20 EA more reach the price of 9.00 EUR',
      '20 EA more reach the price of 0.0345 EUR',
    ]);
  });

  it('DSK-11 is nothing for a typed line', () => {
    expect(describeTippingPoints(explain(0, []), { uom: 'EA', currency: 'EUR' })).toEqual([]);
  });
});
