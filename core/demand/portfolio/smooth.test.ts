import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictEts } from '#core/demand/models/ets/predict-ets.ts';
import { runEts } from '#core/demand/models/ets/run-ets.ts';
import type { EtsModel } from '#core/demand/models/ets/ets-model.ts';
import { addSmoothingForecast } from './forecast-smoothing.ts';
import { smooth } from './smooth.ts';
import { smoothingForms, type SmoothingForm } from './smoothing-form.ts';
import { copySmoothingState, createSmoothingState, type SmoothingState } from './smoothing-state.ts';

const level: SmoothingForm = { season: 'none', relativeErrors: false, trend: 'none' };
const constants = { alpha: 0.5, beta: 0, gamma: 0, phi: 1 };

function stateOf(start: number, trend = 0, season: readonly number[] = [0]): SmoothingState {
  const state = createSmoothingState(season.length);
  copySmoothingState({ level: start, trend, season: Float64Array.from(season), meanSquare: 0 }, state);
  return state;
}

const etsSeasons = { none: 'N', additive: 'A', multiplicative: 'M' } as const;
const etsTrends = { none: 'N', linear: 'A', damped: 'Ad' } as const;

/** The same form in the letters of the full family. */
function etsOf({ season, relativeErrors, trend }: SmoothingForm): EtsModel {
  return { error: relativeErrors ? 'M' : 'A', trend: etsTrends[trend], season: etsSeasons[season] };
}

describe('smooth', () => {
  it('leaves the level of 5 at 5 through [5, 5, 5]', () => {
    const state = stateOf(5);
    smooth(Float64Array.of(5, 5, 5), 3, level, constants, state);
    expect([state.level, state.meanSquare]).toEqual([5, 0]);
  });

  it('DEM-62 takes n·log of the mean square for absolute errors, and adds 2·Σ log of the fitted values for relative ones', () => {
    const state = stateOf(4);
    expect(smooth(Float64Array.of(4, 8), 2, level, constants, state)).toBeCloseTo(2 * Math.log(8), 12);
    expect([state.level, state.meanSquare]).toEqual([6, 8]);
    const relative = smooth(Float64Array.of(4, 8), 2, { ...level, relativeErrors: true }, constants, stateOf(4));
    expect(relative).toBeCloseTo(2 * Math.log(0.5) + 2 * Math.log(4 * 4), 12);
  });

  it('DEM-62 moves states and likelihood as the exponential smoothing family does, and forecasts the same', () => {
    const positive = (max: number) => fc.double({ min: 1, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(positive(100), { minLength: 9, maxLength: 40 }),
        fc.constantFrom(...smoothingForms(40, 4, true), ...smoothingForms(40, 4, false)),
        fc.double({ min: 0.05, max: 0.4, noNaN: true }),
        (demand, form, alpha) => {
          const values = Float64Array.from(demand);
          const season = form.season === 'none' ? [0] : form.season === 'additive' ? [3, -1, -2, 0] : [1.2, 0.9, 0.8, 1.1];
          const drift = form.trend === 'none' ? 0 : 0.25;
          const phi = form.trend === 'damped' ? 0.9 : 1;
          const moved = { alpha, beta: form.trend === 'none' ? 0 : alpha / 4, gamma: form.season === 'none' ? 0 : 0.05, phi };
          const state = stateOf(50, drift, season);
          const deviance = smooth(values, values.length, form, moved, state);

          const indices = form.season === 'none' ? new Float64Array() : Float64Array.from(season);
          const model = etsOf(form);
          const run = runEts(values, model, moved, { level: 50, trend: drift, indices });
          // The family refuses a model that forecasts nothing or less; the ensemble goes on with a small divisor.
          fc.pre(Number.isFinite(run.deviance));
          const count = values.length;
          expect(deviance).toBeCloseTo(run.deviance - count * Math.log(count), 6);
          expect([state.level, state.trend]).toEqual([expect.closeTo(run.state.level, 8), expect.closeTo(run.state.trend, 8)]);

          const forecast = new Float64Array(9);
          addSmoothingForecast(form, phi, state, count, 1, forecast);
          const fitted = { model, period: season.length, constants: moved, start: run.state, state: run.state };
          const { mean } = predictEts({ ...fitted, variance: 0, logLikelihood: 0, aicc: 0 }, 9);
          mean.forEach((value, step) => expect(forecast[step]).toBeCloseTo(value, 6));
        },
      ),
    );
  });

  it('DEM-62 stands fitted values far beyond what one product can hold', () => {
    const values = new Float64Array(400).fill(1e6);
    const deviance = smooth(values, 400, { ...level, relativeErrors: true }, constants, stateOf(2e6));
    const run = runEts(values, { error: 'M', trend: 'N', season: 'N' }, constants, {
      level: 2e6,
      trend: 0,
      indices: new Float64Array(),
    });
    expect(deviance).toBeCloseTo(run.deviance - 400 * Math.log(400), 4);
  });
});

describe('addSmoothingForecast', () => {
  it('adds 2.5 for a level of 5 with a weight of 0.5', () => {
    const out = Float64Array.of(1, 1);
    addSmoothingForecast(level, 1, stateOf(5), 0, 0.5, out);
    expect([...out]).toEqual([3.5, 3.5]);
  });

  it('carries a damped trend and the season of each period', () => {
    const out = new Float64Array(3);
    const form: SmoothingForm = { season: 'additive', relativeErrors: false, trend: 'damped' };
    addSmoothingForecast(form, 0.5, stateOf(10, 4, [1, -1]), 5, 1, out);
    expect([...out]).toEqual([11, 14, 12.5]);
  });
});

describe('smoothingForms', () => {
  it('DEM-61 takes relative errors and both seasons for demand above 0, absolute errors for all other', () => {
    const names = (positive: boolean, periods: number) =>
      smoothingForms(periods, 12, positive).map(({ season, relativeErrors }) => `${season}${relativeErrors ? ' relative' : ''}`);
    expect([...new Set(names(true, 40))]).toEqual(['none relative', 'additive', 'multiplicative relative']);
    expect([...new Set(names(false, 40))]).toEqual(['none', 'additive']);
  });

  it('DEM-61 fits three trends of each, and no season to two seasons or less', () => {
    expect(smoothingForms(24, 12, true).map(({ trend }) => trend)).toEqual(['none', 'damped', 'linear']);
    expect(smoothingForms(25, 12, true)).toHaveLength(9);
    expect(smoothingForms(40, 1, true)).toHaveLength(3);
  });
});
