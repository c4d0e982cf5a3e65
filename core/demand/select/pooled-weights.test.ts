import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { addEvidence, createPooledEvidence, mergeEvidence, poolWeights, type PooledEvidence } from './pooled-weights.ts';

interface Origin {
  readonly forecasts: readonly number[];
  readonly outcome: number;
  readonly scale: number;
}

function poolOf(origins: readonly Origin[], series = origins.length): PooledEvidence {
  const pool = createPooledEvidence(3);
  pool.series = series;
  for (const { forecasts, outcome, scale } of origins) addEvidence(pool, Float64Array.from(forecasts), outcome, scale);
  return pool;
}

/** Three members: one right but for noise, one much too high, one that knows nothing. */
function pastOf(count: number, share = 1): readonly Origin[] {
  const random = createRandom(11);
  return Array.from({ length: count }, () => {
    const level = random.gamma(2, 5);
    const forecasts = [level * (1 + 0.1 * random.normal()), 2 * level, random.gamma(2, 5)];
    return { forecasts, outcome: share * level, scale: level * level };
  });
}

const sumOf = (weights: Float64Array) => weights.reduce((sum, weight) => sum + weight, 0);

describe('poolWeights', () => {
  it('DEM-66 gives equal shares without evidence', () => {
    expect([...poolWeights(createPooledEvidence(3))]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...poolWeights(poolOf([{ forecasts: [1, 2, 3], outcome: 2, scale: 0 }]))]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('DEM-66 moves towards the member that was right, the further the more series say so', () => {
    const few = poolWeights(poolOf(pastOf(10)));
    const many = poolWeights(poolOf(pastOf(5000)));
    const order = (weights: Float64Array) => [(weights[0] ?? 0) > (weights[1] ?? 0), (weights[0] ?? 0) > (weights[2] ?? 0)];
    expect([order(few), order(many)]).toEqual([
      [true, true],
      [true, true],
    ]);
    const distance = (weights: Float64Array) => Math.max(...[...weights].map((weight) => Math.abs(weight - 1 / 3)));
    expect(distance(many)).toBeGreaterThan(distance(few));
  });

  it('DEM-66 weights need not add up to 1: where demand keeps falling short their sum is lower', () => {
    expect(sumOf(poolWeights(poolOf(pastOf(2000, 0.8))))).toBeLessThan(sumOf(poolWeights(poolOf(pastOf(2000)))));
  });

  it('DEM-66 keeps the sum between 0.6 and 1.1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 5, noNaN: true }), (count, share) => {
        const sum = sumOf(poolWeights(poolOf(pastOf(count, share))));
        expect(sum).toBeGreaterThan(0.6 - 1e-9);
        expect(sum).toBeLessThan(1.1 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('DEM-66 does not depend on the unit of demand, nor on how evidence is split', () => {
    const past = pastOf(40);
    const whole = poolWeights(poolOf(past));
    const thousands = past.map(({ forecasts, outcome, scale }) => ({
      forecasts: forecasts.map((value) => value * 1000),
      outcome: outcome * 1000,
      scale: scale * 1e6,
    }));
    const first = poolOf(past.slice(0, 15));
    mergeEvidence(first, poolOf(past.slice(15)));
    for (const same of [poolWeights(poolOf(thousands)), poolWeights(first)]) {
      same.forEach((weight, member) => expect(weight).toBeCloseTo(whole[member] ?? NaN, 9));
    }
    expect(first.series).toBe(40);
  });
});
