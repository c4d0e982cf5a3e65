import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { levelMembers } from '#core/demand/portfolio/level-members.ts';
import { createCalibration } from '#core/demand/uncertainty/calibration.ts';
import { levelVariance } from '#core/demand/uncertainty/level-variance.ts';
import { forecastAll } from './forecast-all.ts';
import { levelCandidates } from './forecast-level.ts';
import { forecastSeries } from './forecast-series.ts';
import type { SeriesForecast } from './series-forecast.ts';
import type { SeriesTask } from './series-task.ts';
import { studySeries } from './study-series.ts';

const taskOf = (values: readonly number[], season = 1): SeriesTask => ({
  values: Float64Array.from(values),
  season,
  horizon: 6,
  protection: 3,
});

/** Series of all classes: rare, of very different size, steady, short, with unknown periods and returns. */
const series = fc
  .record({
    chance: fc.constantFrom(1, 3, 8),
    sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 60 }),
    gap: fc.constantFrom(0, NaN, -2),
    season: fc.constantFrom(1, 4),
  })
  .map(({ chance, sizes, gap, season }) =>
    taskOf(
      sizes.map((size, period) => (size % chance === 0 ? size : period % 11 === 5 ? gap : 0)),
      season,
    ),
  );
const portfolio = fc.array(series, { minLength: 1, maxLength: 8 });

function doubled(task: SeriesTask): SeriesTask {
  return { ...task, values: task.values.map((value) => 2 * value) };
}

function near(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(expected)));
}

function only(task: SeriesTask): SeriesForecast {
  return forecastAll([task]).forecasts[0]!; // one task, one forecast
}

describe('forecastAll', () => {
  it('forecasts 7 for twenty periods of 7', () => {
    const { mean, total, demandClass } = only(taskOf(new Array<number>(20).fill(7)));
    expect(demandClasses[demandClass]).toBe('smooth');
    for (const value of mean) near(value, 7);
    near(total.mean, 21);
  });

  it('forecasts nothing without demand', () => {
    const { mean, model, reason, candidates, total } = only(taskOf([0, NaN, -4, 0]));
    expect([[...mean], model, reason, candidates, total]).toEqual([
      [0, 0, 0, 0, 0, 0],
      'none',
      'no_demand',
      [],
      { mean: 0, variance: 0, whole: true },
    ]);
    expect(forecastAll([]).forecasts).toEqual([]);
  });

  it('DEM-68 forecasts finite demand that is never below 0, and a total that is the sum of the protection', () => {
    fc.assert(
      fc.property(portfolio, (tasks) => {
        for (const { mean, total } of forecastAll(tasks).forecasts) {
          expect([...mean, total.mean, total.variance].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
          near(total.mean, (mean[0] ?? 0) + (mean[1] ?? 0) + (mean[2] ?? 0));
        }
      }),
    );
  });

  it('DEM-79 forecasts twice as much for twice the demand', () => {
    fc.assert(
      fc.property(portfolio, (tasks) => {
        const once = forecastAll(tasks).forecasts;
        forecastAll(tasks.map(doubled)).forecasts.forEach(({ mean, model, demandClass }, index) => {
          const own = once[index]!; // the same tasks
          expect([model, demandClass]).toEqual([own.model, own.demandClass]);
          mean.forEach((value, step) => near(value, 2 * (own.mean[step] ?? NaN)));
        });
      }),
    );
  });

  it('DEM-79 forecasts the same whatever the order of the series', () => {
    fc.assert(
      fc.property(portfolio, (tasks) => {
        const forward = forecastAll(tasks).forecasts;
        const backward = forecastAll(tasks.toReversed()).forecasts.toReversed();
        backward.forEach(({ mean, total }, index) => {
          mean.forEach((value, step) => near(value, forward[index]?.mean[step] ?? NaN));
          near(total.variance, forward[index]?.total.variance ?? NaN);
        });
      }),
    );
  });

  it('DEM-79 gives the same bits again', () => {
    fc.assert(
      fc.property(portfolio, (tasks) => {
        expect(forecastAll(tasks)).toEqual(forecastAll(tasks));
      }),
      { numRuns: 20 },
    );
  });
});

describe('forecastSeries with a level', () => {
  const equal = demandClasses.map(() => new Float64Array(levelMembers.length).fill(1 / levelMembers.length));
  const rare = [4, 0, 0, 9, 0, 0, 0, 2, 0, 0, 12, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 8, 0, 0, 3, 0, 0, 0, 6, 0, 0, 0, 0, 7, 0];

  it('DEM-66 weighs the members, DEM-73 gives the total its variance', () => {
    const weights = demandClasses.map(() => Float64Array.of(0.5, 0, 0.4, 0, 0, 0, 0));
    const { mean, total, model, reason, candidates } = forecastSeries(taskOf(rare), weights, createCalibration());
    const levelOf = (name: string) => candidates.find((candidate) => candidate.name === name)?.level ?? NaN;
    expect([model, reason]).toEqual(['pooled_combination', 'combination']);
    near(mean[0] ?? NaN, 0.5 * levelOf('moving_average_6') + 0.4 * levelOf('moving_average_26'));
    near(total.variance, levelVariance(Float64Array.from(rare), mean[0] ?? NaN, 3));
  });

  it('DEM-67 tries the members, naive, Croston, SBA and ADIDA beside their combination', () => {
    const { candidates } = forecastSeries(taskOf(rare), equal, createCalibration());
    expect(candidates.map(({ name }) => name)).toEqual([...levelCandidates]);
    const levels = Object.fromEntries(candidates.map(({ name, level }) => [name, level]));
    expect([levels['naive'], levels['sba']]).toEqual([0, expect.closeTo((levels['croston'] ?? NaN) * 0.95, 12)]);
  });

  it('DEM-71 takes another candidate only where it was clearly better', () => {
    // Demand that climbs without end: what remembers least was better at every origin.
    const climbing = Array.from({ length: 80 }, (_, week) => (week % 2 === 1 ? 0 : 10 + 8 * Math.floor(week / 2)));
    const { reason, model } = forecastSeries({ ...taskOf(climbing), protection: 4 }, equal, createCalibration());
    expect([reason, model]).toEqual(['clearly_better', 'moving_average_6']);
    expect(forecastSeries(taskOf(rare), equal, createCalibration()).reason).toBe('combination');
  });

  it('DEM-71 keeps the combination where fewer than five past totals had demand', () => {
    const dead = [...rare, ...new Array<number>(60).fill(0)];
    const { model, candidates } = forecastSeries(taskOf(dead), equal, createCalibration());
    const combination = candidates.at(-1);
    expect([model, candidates.some(({ record }) => record.loss < (combination?.record.loss ?? 0))]).toEqual([
      'pooled_combination',
      true,
    ]);
  });

  it('DEM-65 lets a part that stopped selling die: after a dead year nearly nothing is left', () => {
    const { mean } = only(taskOf([6, 0, 0, 4, 0, 0, 8, ...new Array<number>(52).fill(0)]));
    expect(mean[0]).toBeLessThan(0.2);
  });

  it('DEM-8 forecasts more where weeks without stock are unknown than where they count as no demand', () => {
    const known = rare.map((value, week) => (week > 26 && value === 0 ? NaN : value));
    const unknown = forecastSeries(taskOf(known), equal, createCalibration());
    const zero = forecastSeries(taskOf(rare), equal, createCalibration());
    expect(unknown.mean[0]).toBeGreaterThan(1.5 * (zero.mean[0] ?? NaN));
  });

  it('DEM-76 counts one outcome per origin that is a protection apart', () => {
    const calibration = createCalibration();
    const task = taskOf(rare);
    forecastSeries(task, equal, calibration);
    const counted = calibration.counts.reduce((sum, count) => sum + count, 0);
    expect(counted).toBeCloseTo(studySeries(task).spread.ends.length, 9);
  });
});

describe('forecastSeries with trend and season', () => {
  const months = Array.from({ length: 60 }, (_, month) => 100 + month + 30 * Math.sin((Math.PI * month) / 6) + ((month * 7) % 5));

  it('DEM-67 takes the mean of smoothing and Theta, and says what else was tried', () => {
    const { model, mean, candidates } = only(taskOf(months, 12));
    expect(model).toBe('smoothing_and_theta');
    expect(candidates.map(({ name }) => name)).toEqual([
      'naive',
      'seasonal_naive',
      'moving_average_12',
      'exponential_smoothing',
      'theta',
      'smoothing_and_theta',
    ]);
    const [smoothed, theta] = candidates.slice(3).map(({ means }) => means);
    mean.forEach((value, step) => near(value, ((smoothed?.[step] ?? NaN) + (theta?.[step] ?? NaN)) / 2));
    mean.forEach((value, step) =>
      expect(Math.abs(value - (160 + step + 30 * Math.sin((Math.PI * step) / 6) + 2))).toBeLessThan(8),
    );
  });

  it('DEM-71 says that a series is too short to judge', () => {
    const { reason, model } = only(taskOf(Array.from({ length: 14 }, (_, month) => 10 + 3 * month)));
    expect([reason, model]).toEqual(['too_short', 'smoothing_and_theta']);
  });

  it('DEM-74 gives the total more variance the longer it is', () => {
    const varianceOf = (protection: number) => only({ ...taskOf(months, 12), protection }).total.variance;
    expect([varianceOf(1) > 0, varianceOf(6) > varianceOf(3)]).toEqual([true, true]);
  });
});
