import { describe, expect, it } from 'vitest';
import { exactFraction, productOf, quotientOf, sumOf } from './exact-fraction.ts';

describe('exactFraction', () => {
  it('FRM-13 is the number that was typed', () => {
    expect([2.5, 0.1, 1e-7, 1.5e-9, 1e21, 0].map(exactFraction)).toEqual([
      { numerator: 5n, denominator: 2n },
      { numerator: 1n, denominator: 10n },
      { numerator: 1n, denominator: 10_000_000n },
      { numerator: 3n, denominator: 2_000_000_000n },
      { numerator: 10n ** 21n, denominator: 1n },
      { numerator: 0n, denominator: 1n },
    ]);
  });

  it('FRM-13 computes without rounding', () => {
    const [half, quarter, four] = [exactFraction(0.5), exactFraction(0.25), exactFraction(4)];
    expect([productOf(half, four), quotientOf(exactFraction(1), four), sumOf(half, quarter)]).toEqual([
      { numerator: 2n, denominator: 1n },
      { numerator: 1n, denominator: 4n },
      { numerator: 3n, denominator: 4n },
    ]);
  });
});
