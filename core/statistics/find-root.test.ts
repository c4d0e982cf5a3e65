import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot } from './find-root.ts';
import { leastWhole } from './least-whole.ts';
import { polynomial } from './polynomial.ts';

describe('findRoot', () => {
  it('STA-13 finds roots to the last digits, wherever they lie', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (root) => {
        const found = findRoot((x) => Math.expm1(x - root), -60, 60);
        expect(Math.abs(found - root)).toBeLessThan(1e-14 * (1 + Math.abs(root)));
      }),
    );
  });

  it('STA-13 asks seldom, and ends with a jump between two neighbours', () => {
    let asked = 0;
    findRoot((x) => ((asked += 1), x ** 3 - 2 * x - 5), 2, 3);
    expect(asked).toBeLessThan(12);
    expect(findRoot((x) => (x < 1.25 ? -1 : 1), 0, 7)).toBeCloseTo(1.25, 14);
    expect(Math.abs(findRoot((x) => x - 0.3, 0, 1, 0.1) - 0.3)).toBeLessThan(0.1);
  });

  it('takes the end that is nearer where there is no change of sign', () => {
    expect(findRoot((x) => x + 1, 0, 5)).toBe(0);
    expect(findRoot((x) => x - 9, 0, 5)).toBe(5);
    expect(findRoot((x) => x, 0, 5)).toBe(0);
  });
});

describe('leastWhole', () => {
  it('STA-13 finds the least number that is enough, from any guess', () => {
    expect(leastWhole((n) => n * n >= 50, 0, 3)).toBe(8);
    const whole = fc.integer({ min: -1000, max: 100_000 });
    fc.assert(
      fc.property(whole, whole, whole, (least, enough, guess) => {
        expect(leastWhole((n) => n >= enough, least, guess)).toBe(Math.max(least, enough));
      }),
    );
  });

  it('gives up behind the last whole number of a double', () => {
    expect(leastWhole(() => false, 0, 0)).toBe(Infinity);
  });
});

describe('polynomial', () => {
  it('takes coefficients from the highest power', () => {
    expect(polynomial([2, 3, 5], 10)).toBe(235);
  });
});
