import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeError, periodsInStock } from './cumulative-errors.ts';
import { meanAbsoluteError, meanError, rootMeanSquaredError } from './mean-errors.ts';
import { meanSquaredStep } from './mean-squared-step.ts';
import { meanAbsolutePercentageError, symmetricPercentageError } from './percentage-errors.ts';
import { coverage, pinballLoss } from './quantile-errors.ts';
import { meanAbsoluteScaledError, rootMeanSquaredScaledError } from './scaled-errors.ts';
import { theilU } from './theil-u.ts';
import { biasShare, weightedAbsoluteError } from './weighted-errors.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 })), { minLength: 1 });

describe('measures of accuracy', () => {
  it('DEM-44 count actual less forecast', () => {
    expect(meanError([4, 6], [5, 3])).toBe(1);
    expect(meanAbsoluteError([4, 6], [5, 3])).toBe(2);
    expect(rootMeanSquaredError([4, 6], [5, 3])).toBeCloseTo(2.236, 3);
  });

  it('DEM-45 give errors in percent of the actual, or of both', () => {
    expect(meanAbsolutePercentageError([4, 5], [5, 4])).toBe(22.5);
    expect(symmetricPercentageError([4, 0], [6, 0])).toBe(20);
    expect(symmetricPercentageError([4, 0], [0, 0])).toBe(100);
  });

  it('DEM-46 weigh errors by demand, the bias as forecast less actual', () => {
    expect(weightedAbsoluteError([4, 6], [5, 3])).toBe(0.4);
    expect(biasShare([4, 6], [5, 3])).toBe(-0.2);
  });

  it('DEM-47 scale errors by those of the naive forecast', () => {
    expect(meanAbsoluteScaledError([1, 3, 5], [4, 6], [5, 3], { lag: 1 })).toBe(1);
    expect(rootMeanSquaredScaledError([1, 3, 5], [4, 6], [6, 4], { lag: 1 })).toBe(1);
    expect(meanAbsoluteScaledError([0, 0, 4, 6], [4, 6], [5, 3], { lag: 1, isFromFirstDemand: true })).toBe(1);
    expect(meanAbsoluteScaledError([0, 0, 0], [4], [5], { lag: 1, isFromFirstDemand: true })).toBeNaN();
    expect(meanSquaredStep([1, 3, 3, NaN, 5], 0, 5)).toBe(2);
    expect([meanSquaredStep([0, 0, 4, 6], 2, 4), meanSquaredStep([4, NaN], 0, 2)]).toEqual([4, 0]);
  });

  it('DEM-48 cumulate errors over the periods', () => {
    expect(cumulativeError([4, 6], [5, 3])).toBe(2);
    expect(periodsInStock([4, 6], [5, 3])).toBe(-1);
  });

  it('DEM-49 compare with the naive forecast, and judge quantiles', () => {
    expect(theilU([1, 2, 4], [9, 3, 4])).toBeCloseTo(Math.SQRT1_2, 12);
    expect(theilU([3, 5, 4], [9, 3, 5])).toBe(1);
    expect(pinballLoss([10, 10], [8, 12], 0.75)).toBe(1);
    expect(coverage([10, 10, 12, 9], [11, 9, 12, 9])).toBe(0.75);
  });

  it('DEM-44 DEM-46 order as they must: bias, mean absolute, root mean square', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const actual = all.map(([value]) => value);
        const forecast = all.map(([, value]) => value);
        const absolute = meanAbsoluteError(actual, forecast);
        expect(Math.abs(meanError(actual, forecast))).toBeLessThanOrEqual(absolute + 1e-9);
        expect(absolute).toBeLessThanOrEqual(rootMeanSquaredError(actual, forecast) + 1e-9);
        expect(Math.abs(biasShare(actual, forecast))).toBeLessThanOrEqual(weightedAbsoluteError(actual, forecast) + 1e-9);
        expect(cumulativeError(actual, forecast)).toBeCloseTo(meanError(actual, forecast) * all.length, 6);
        expect(periodsInStock(actual, actual)).toBe(0);
      }),
    );
  });

  it('DEM-49 the pinball loss is least at the quantile of the values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 99 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (all, other, probability) => {
          const sorted = all.toSorted((one, next) => one - next);
          const quantile = sorted[Math.ceil(probability * all.length) - 1] ?? NaN;
          const lossOf = (guess: number) => pinballLoss(all, new Array<number>(all.length).fill(guess), probability);
          expect(lossOf(quantile)).toBeLessThanOrEqual(lossOf(other) + 1e-9);
        },
      ),
    );
  });
});
