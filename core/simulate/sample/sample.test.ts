import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillWords } from '#core/simulate/random/random-stream.ts';
import { countTable, drawCounts, tableOf, type CountTable } from './count-table.ts';
import { drawDemand, steadyDemand } from './demand-path.ts';
import { demandOf, fixedDemand, normalDemand, poissonDemand, type DemandShape } from './demand-shape.ts';
import { createLeadTimeDraw, drawLeadTime, fixedLeadTime, longestLeadTime, randomLeadTime, strayOf } from './lead-time.ts';

/** Mean, variance and least value of what a table draws, by its probabilities. */
function momentsOf({ first, step, cumulative }: CountTable): {
  readonly mean: number;
  readonly variance: number;
  readonly least: number;
} {
  const shares = Array.from(cumulative, (value, point) => Math.min(1, value) - (cumulative[point - 1] ?? 0));
  const mean = shares.reduce((sum, share, point) => sum + share * (first + point) * step, 0);
  const variance = shares.reduce((sum, share, point) => sum + share * ((first + point) * step - mean) ** 2, 0);
  return { mean, variance, least: first * step };
}

function draw(shape: DemandShape, periods: number): Float64Array {
  const words = new Uint32Array(periods);
  const out = new Float64Array(periods);
  fillWords({ seed: 5, item: 1, site: 1 }, 0, 'demand', words);
  drawDemand(steadyDemand(shape, periods), words, out);
  return out;
}

describe('countTable', () => {
  it('is geometric where a negative binomial of mean 4 and variance 20 is', () => {
    const { cumulative } = countTable(4, 20);
    expect(cumulative[0]).toBeCloseTo(0.2, 12);
    expect(cumulative[1]).toBeCloseTo(0.36, 12);
  });

  it('is Poisson where the variance is the mean, also far from 0', () => {
    expect(countTable(6, 6).cumulative[0]).toBeCloseTo(Math.exp(-6), 12);
    const { mean, variance, least } = momentsOf(countTable(2000, 2000));
    expect(mean).toBeCloseTo(2000, 6);
    expect(variance).toBeCloseTo(2000, 4);
    expect(least).toBeGreaterThan(1000);
  });

  it('draws by inversion: the greatest word gives the greatest value, and a rising word never a smaller one', () => {
    const table = tableOf([1, 3], 0, 1);
    const out = new Float64Array(3);
    drawCounts(table, Uint32Array.of(0, 0x3fffffff, 0xffffffff), 0, 3, out);
    expect(Array.from(out)).toEqual([0, 0, 1]);
    drawCounts(table, Uint32Array.of(0x40000000), 0, 1, out);
    expect(out[0]).toBe(1);
  });
});

describe('demandOf', () => {
  it('SIM-4 keeps mean and variance of any demand that is not close to certain, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 5, noNaN: true }).map((power) => 10 ** power),
        fc.double({ min: 0.101, max: 6, noNaN: true }),
        (mean, variation) => {
          const shape = demandOf(mean, variation * mean, 1);
          if (shape.kind !== 'counts') throw new Error(`${shape.kind} for a variation of ${variation}`);
          const found = momentsOf(shape.table);
          expect(Math.abs(found.mean / mean - 1)).toBeLessThan(1e-3);
          expect(Math.abs(found.variance / (variation * mean) ** 2 - 1)).toBeLessThan(1e-2);
          expect(found.least).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('SIM-4 counts whole steps where the variance is above the mean, is normal where it hardly strays, and fixed without a deviation', () => {
    expect(demandOf(4, Math.sqrt(20), 1)).toMatchObject({ kind: 'counts', table: { first: 0, step: 1 } });
    expect(demandOf(1000, 50, 1)).toEqual(normalDemand(1000, 50));
    expect(demandOf(10, 0, 1)).toEqual(fixedDemand(10));
    expect(demandOf(0, 5, 1)).toEqual(fixedDemand(0));
  });
});

describe('drawDemand', () => {
  it('draws with the moments of the shape', () => {
    const found = draw(poissonDemand(6), 100_000);
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
    const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / found.length;
    // Four standard errors of a mean of 100,000 draws.
    expect(Math.abs(mean - 6)).toBeLessThan(4 * Math.sqrt(6 / 100_000));
    expect(Math.abs(variance - 6)).toBeLessThan(4 * Math.sqrt((6 + 2 * 36) / 100_000));
  });

  it('SIM-2 draws a higher demand from the same word when the demand is higher', () => {
    const low = draw(poissonDemand(6), 1000);
    const high = draw(poissonDemand(8), 1000);
    expect(high.every((value, period) => value >= (low[period] ?? 0))).toBe(true);
  });

  it('never draws below 0, and adds what is certain', () => {
    expect(draw(normalDemand(1, 2), 1000).every((value) => value >= 0)).toBe(true);
    const out = new Float64Array(3);
    drawDemand(
      { ends: [1, 3], shapes: [fixedDemand(1), fixedDemand(2)], certain: Float64Array.of(0, 5, 0) },
      new Uint32Array(3),
      out,
    );
    expect(Array.from(out)).toEqual([1, 7, 2]);
  });
});

describe('lead times', () => {
  it('SIM-5 stray with exactly the given deviation and never below 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0.01, max: 3, noNaN: true }), (mean, variation) => {
        const sd = variation * mean;
        const stray = strayOf(mean, sd);
        if (stray === undefined) throw new Error('a lead time with a deviation strays');
        const { mean: strayMean, variance, least } = momentsOf(stray);
        expect(Math.abs(strayMean)).toBeLessThan(1e-6 * mean);
        expect(Math.abs(variance / (sd * sd) - 1)).toBeLessThan(1e-6);
        expect(mean + least).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(strayOf(10, 0)).toBeUndefined();
  });

  it('SIM-5 take a period at least', () => {
    const stream = { seed: 1, item: 2, site: 3 };
    expect(drawLeadTime(createLeadTimeDraw(fixedLeadTime(0, 2), stream), 1)).toBe(1);
    expect(longestLeadTime(randomLeadTime({ '3': 0.2, '14': 0.8 }, 2, true))).toBe(14);
  });
});
