import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillRate } from './fill-rate.ts';
import { meanUndershoot } from './mean-undershoot.ts';
import { reorderPointForCycleService } from './reorder-point-for-cycle-service.ts';
import { approximateReorderPoint, reorderPointForFillRate } from './reorder-point-for-fill-rate.ts';
import { discreteDistribution } from '#core/statistics/discrete-distribution.ts';
import { gammaDistribution } from '#core/statistics/gamma-distribution.ts';
import { leadTimeDemand } from '#core/statistics/lead-time-demand.ts';
import { negativeBinomialDistribution } from '#core/statistics/negative-binomial-distribution.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';
import { poissonDistribution } from '#core/statistics/poisson-distribution.ts';

const mean = fc.double({ min: 0.5, max: 5000, noNaN: true });
const ratio = fc.double({ min: 1.1, max: 10, noNaN: true });
const share = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
const lot = fc.double({ min: 0.05, max: 5, noNaN: true });

describe('reorder point', () => {
  it('POL-12 gives the fill rate asked for, and never lies above the approximation', () => {
    fc.assert(
      fc.property(mean, ratio, share, lot, (m, r, target, lots) => {
        for (const demand of [normalDistribution(m, Math.sqrt(m * r)), gammaDistribution(m, m * r)]) {
          const asked = { fillRate: target, orderQty: lots * m };
          const reorderPoint = reorderPointForFillRate(demand, asked);
          expect(fillRate(demand, { reorderPoint, orderQty: lots * m })).toBeCloseTo(target, 9);
          expect(reorderPoint).toBeLessThanOrEqual(approximateReorderPoint(demand, asked) + 1e-9 * m);
        }
      }),
    );
  });

  it('POL-12 gives counts at least the fill rate when rounded up, and less one below', () => {
    fc.assert(
      fc.property(mean, ratio, share, fc.integer({ min: 1, max: 500 }), (m, r, target, orderQty) => {
        const demand = negativeBinomialDistribution(m, m * r);
        const reorderPoint = Math.ceil(reorderPointForFillRate(demand, { fillRate: target, orderQty }) - 1e-9);
        expect(fillRate(demand, { reorderPoint, orderQty })).toBeGreaterThanOrEqual(target - 1e-9);
        expect(fillRate(demand, { reorderPoint: reorderPoint - 1, orderQty })).toBeLessThan(target + 1e-9);
      }),
    );
  });

  it('POL-12 is exact where units leave one at a time', () => {
    // The position is 5 … 8 with equal probability; a unit waits where the lead-time demand before it took the position.
    const demand = poissonDistribution(6);
    let atOnce = 0;
    for (const position of [5, 6, 7, 8]) atOnce += demand.cumulative(position - 1) / 4;
    expect(fillRate(demand, { reorderPoint: 4, orderQty: 4 })).toBeCloseTo(atOnce, 12);
  });

  it('POL-12 is 0.98 at 444.43 for 400 ± 60 and orders of 400', () => {
    expect(fillRate(normalDistribution(400, 60), { reorderPoint: 444.43, orderQty: 400 })).toBeCloseTo(0.98, 6);
  });

  it('POL-11 takes any distribution of demand, also one mixed over lead times', () => {
    expect(reorderPointForCycleService(leadTimeDemand([0, 0, 0.5, 0.5], 4, 9), 0.95)).toMatchObject({ reorderPoint: 19 });
    expect(reorderPointForCycleService(negativeBinomialDistribution(4, 12), 0.95).reorderPoint).toBe(11);
    expect(() => reorderPointForCycleService(normalDistribution(4, 1), 1)).toThrow('between 0 and 1');
    expect(() => reorderPointForFillRate(normalDistribution(4, 1), { fillRate: 0.9, orderQty: 0 })).toThrow('order quantity');
  });
});

describe('meanUndershoot', () => {
  it('POL-14 is half a lump of equal lumps, and a whole one of exponential lumps', () => {
    expect(meanUndershoot({ mean: 10, variance: 0 }, 'real')).toBe(5);
    expect(meanUndershoot({ mean: 10, variance: 100 }, 'real')).toBe(10);
    expect(meanUndershoot({ mean: 1, variance: 0 }, 'whole')).toBe(0);
    expect(meanUndershoot({ mean: 0, variance: 0 }, 'real')).toBe(0);
  });

  it('POL-14 is what a long row of whole lumps leaves below a point', () => {
    const lump = discreteDistribution([0, 0.4, 0, 0.35, 0, 0, 0, 0.25]);
    // reached[n]: probability that the row meets n; from there a lump leads past the point.
    const point = 400;
    const reached = [1];
    for (let n = 1; n < point; n += 1) {
      let sum = 0;
      for (let size = 1; size <= Math.min(7, n); size += 1) sum += (reached[n - size] ?? 0) * lump.probability(size);
      reached.push(sum);
    }
    let undershoot = 0;
    for (let n = point - 7; n < point; n += 1) {
      for (let size = point - n; size <= 7; size += 1) {
        undershoot += (reached[n] ?? 0) * lump.probability(size) * (n + size - point);
      }
    }
    expect(meanUndershoot(lump, 'whole')).toBeCloseTo(undershoot, 9);
  });
});
