import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregationLevel } from '#core/demand/models/intermittent/aggregation-level.ts';
import { forecastTsb } from '#core/demand/models/intermittent/forecast-tsb.ts';
import { smoothBuckets } from '#core/demand/models/intermittent/smooth-buckets.ts';
import { forecastMovingAverage } from '#core/demand/models/simple/forecast-moving-average.ts';
import { aggregatedLevel, severalAggregatedLevels } from './aggregated-level.ts';
import { levelForecasts, levelMembers } from './level-members.ts';

function levelsOf(values: Float64Array): readonly number[] {
  return [...levelForecasts(values, new Float64Array(levelMembers.length))];
}

const series = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })
  .map((later) => Float64Array.of(5, ...later.map((value) => Math.max(0, value - 25))));

describe('levelForecasts', () => {
  it('gives a constant seven times', () => {
    levelsOf(new Float64Array(30).fill(4)).forEach((level) => expect(level).toBeCloseTo(4, 12));
  });

  it('DEM-65 are three averages, two smoothings, TSB and IMAPA', () => {
    fc.assert(
      fc.property(series, (values) => {
        const levels = levelsOf(values);
        const average = (window: number) => forecastMovingAverage(values, 1, { window })[0] ?? 0;
        const start = forecastMovingAverage(values.subarray(0, 8), 1, { window: 8 })[0] ?? 0;
        const smoothed = (alpha: number) => values.reduce((level, value) => level + alpha * (value - level), start);
        const [tsb = 0] = forecastTsb(values, 1, { sizeAlpha: 0.1, probabilityAlpha: 0.2 });
        const expected = [
          average(6),
          average(12),
          average(26),
          smoothed(0.1),
          smoothed(0.2),
          tsb,
          severalAggregatedLevels(values),
        ];
        levels.forEach((level, member) => expect(level, levelMembers[member]).toBeCloseTo(expected[member] ?? NaN, 9));
      }),
    );
  });

  it('DEM-65 are never below 0 and grow with demand', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(0.1, 2, 1000), (values, factor) => {
        const levels = levelsOf(values);
        levelsOf(values.map((value) => value * factor)).forEach((level, member) => {
          const own = levels[member] ?? NaN;
          expect(own).toBeGreaterThanOrEqual(0);
          expect(Math.abs(level - own * factor)).toBeLessThanOrEqual(1e-9 * (1 + level));
        });
      }),
    );
  });

  it('gives 0 without values', () => {
    expect(levelsOf(new Float64Array())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('aggregatedLevel', () => {
  it('gives 2 for 4 every second period, in buckets of two', () => {
    expect(aggregatedLevel(Float64Array.of(0, 4, 0, 4), 2)).toBe(2);
  });

  it('DEM-65 smooths buckets with the constant out of nine that errs least', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 8 }), (values, bucket) => {
        const level = aggregatedLevel(values, bucket);
        const tried = Array.from({ length: 9 }, (_, step) => smoothBuckets(values, bucket, 0.1 + 0.025 * step));
        expect(Math.min(...tried.map((one) => Math.abs(one - level)))).toBeLessThan(1e-9);
      }),
    );
  });

  it('DEM-65 takes 0.3 where the level has jumped and 0.1 where it has not', () => {
    const jumped = Float64Array.of(...new Array<number>(10).fill(0), ...new Array<number>(10).fill(10));
    expect(aggregatedLevel(jumped, 1)).toBeCloseTo(smoothBuckets(jumped, 1, 0.3), 12);
    const restless = Float64Array.from({ length: 21 }, (_, period) => (period === 0 ? 5 : (period % 2) * 10));
    expect(aggregatedLevel(restless, 1)).toBeCloseTo(smoothBuckets(restless, 1, 0.1), 12);
  });

  it('DEM-65 takes the mean of a history shorter than a bucket', () => {
    expect([aggregatedLevel(Float64Array.of(1, 3), 5), aggregatedLevel(new Float64Array(), 5)]).toEqual([2, 0]);
  });
});

describe('severalAggregatedLevels', () => {
  it('is the mean of the levels of one period up to the mean interval', () => {
    const values = Float64Array.of(0, 4, 0, 4);
    expect(aggregationLevel(values)).toBe(2);
    expect(severalAggregatedLevels(values)).toBe((aggregatedLevel(values, 1) + 2) / 2);
  });
});
