import { describe, expect, it } from 'vitest';
import { binomialProbability } from './binomial-probability.ts';
import { regularisedBeta } from './incomplete-beta.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('beta functions', () => {
  it.each([
    [2, 3, 0.5, 0.6875],
    [0.4, 4, 0.3, 0.9230142403749316],
    [50, 350, 0.09, 0.011219669285350476],
    [5.714285714285714, 36, 0.2222222222222222, 0.9327180115524657],
  ])('STA-3 I(%f, %f; %f) = %f (computed with 40 digits)', (a, b, x, expected) => {
    expect(relative(regularisedBeta(a, b, x), expected)).toBeLessThan(2e-14);
    expect(Math.abs(regularisedBeta(b, a, 1 - x, x) - (1 - expected))).toBeLessThan(2e-14);
  });

  it.each([
    [2, 3, 0.5, 0.3125],
    [4.2, 7.9, 0.3, 0.2211367696663567],
    [0, 3, 0.2, 0.512],
    [3, 0, 0.2, 0.008],
    [3, 2, 0, 0],
    [-1, 2, 0.5, 0],
  ])('STA-3 the binomial probability of %f beside %f with %f is %f', (a, b, x, expected) => {
    expect(Math.abs(binomialProbability(a, b, x, 1 - x) - expected)).toBeLessThan(1e-15);
  });

  it('has ends', () => {
    expect([regularisedBeta(2, 3, 0), regularisedBeta(2, 3, 1)]).toEqual([0, 1]);
  });
});
