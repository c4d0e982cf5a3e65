import { describe, expect, it } from 'vitest';
import { economicOrderQuantity } from './economic-order-quantity.ts';

describe('economicOrderQuantity', () => {
  it('POL-3 is 304.05 for demand 1300, order cost 8 and holding cost 0.225 (Snyder and Shen, example 3.1)', () => {
    const quantity = economicOrderQuantity({ demand: 1300, orderCost: 8, holdingCost: 0.225, pack: 0, minimum: 0 });
    expect(quantity).toBeCloseTo(304.0467800264368, 9);
  });

  it.each([
    [{ demand: 1300, orderCost: 8, holdingCost: 0.225, pack: 24, minimum: 0 }, 312],
    [{ demand: 5200, orderCost: 45, holdingCost: 1.1, pack: 144, minimum: 0 }, 720],
    [{ demand: 90, orderCost: 20, holdingCost: 4, pack: 12, minimum: 48 }, 48],
  ])('POL-3 takes the cheapest pack multiple at or above the minimum (by enumeration): %o', (inputs, quantity) => {
    expect(economicOrderQuantity(inputs)).toBe(quantity);
  });

  it('is nothing without demand or without one of the costs', () => {
    expect(economicOrderQuantity({ demand: 0, orderCost: 8, holdingCost: 1, pack: 0, minimum: 5 })).toBe(0);
    expect(economicOrderQuantity({ demand: 9, orderCost: 8, holdingCost: 0, pack: 0, minimum: 5 })).toBe(0);
  });
});
