import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { createEstimator } from './estimate.ts';

describe('createEstimator', () => {
  it('gives a mean with its t interval', () => {
    const found = createEstimator(3).mean([1, 2, 3]);
    expect(found.mean).toBe(2);
    expect(found.standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(found.high - found.mean).toBeCloseTo(4.302653 / Math.sqrt(3), 5);
    expect(found.mean - found.low).toBeCloseTo(found.high - found.mean, 12);
  });

  it('SIM-3 divides the sums of a ratio, and knows no ratio of nothing', () => {
    const estimator = createEstimator(2);
    expect(estimator.ratio([9, 19], [10, 20])?.mean).toBe(28 / 30);
    // Averaging 1 ÷ 1 and 0 ÷ 9 would give a half.
    expect(estimator.ratio([1, 0], [1, 9])?.mean).toBe(0.1);
    expect(estimator.ratio([0, 0], [0, 0])).toBeUndefined();
  });

  it('has no width for a single replication', () => {
    expect(createEstimator(1).mean([5])).toEqual({ mean: 5, standardError: 0, low: 5, high: 5 });
  });

  it('SIM-3 covers a true ratio in about 95 of 100 experiments', () => {
    const random = createRandom(11);
    const estimator = createEstimator(30);
    let covered = 0;
    for (let experiment = 0; experiment < 2000; experiment += 1) {
      const below = Array.from({ length: 30 }, () => 50 + 10 * random.normal());
      const above = below.map((value) => 0.8 * value + 3 * random.normal());
      const found = estimator.ratio(above, below);
      if (found && found.low <= 0.8 && 0.8 <= found.high) covered += 1;
    }
    expect(covered / 2000).toBeGreaterThan(0.93);
    expect(covered / 2000).toBeLessThan(0.97);
  });
});
