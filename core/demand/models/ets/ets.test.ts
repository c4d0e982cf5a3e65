import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { etsModels, etsName, etsParameterCount } from './ets-model.ts';
import { etsConstantsOf, etsPointOf, etsStateOf } from './ets-parameters.ts';
import { etsStartState } from './ets-start-state.ts';
import { fitEts, type FittedEts } from './fit-ets.ts';
import { forecastEts } from './forecast-ets.ts';
import { isStable } from './is-stable.ts';
import { multiplicativeMoments } from './multiplicative-moments.ts';
import { predictEts } from './predict-ets.ts';
import { runEts } from './run-ets.ts';
import { selectEts } from './select-ets.ts';
import { fitLevel } from '#core/demand/models/smoothing/fit-level.ts';
import { publishedCases } from '#core/base/testing/published-cases.ts';

const simple = { error: 'A', trend: 'N', season: 'N' } as const;
const none = new Float64Array(0);

/** The flow of the Nile 1871 to 1970, as in the published cases. */
const [nile] = publishedCases<{ readonly y: readonly number[] }, unknown>('ses-opt-nile').map(({ inputs }) =>
  Float64Array.from(inputs.y),
);

function fittedOf(model: FittedEts['model'], variance: number): FittedEts {
  const constants = {
    alpha: 0.5,
    beta: model.trend === 'N' ? 0 : 0.2,
    gamma: model.season === 'N' ? 0 : 0.3,
    phi: model.trend === 'Ad' ? 0.9 : 1,
  };
  const indices = { N: none, A: Float64Array.of(-2, 2), M: Float64Array.of(0.8, 1.2) }[model.season];
  const state = { level: 10, trend: model.trend === 'N' ? 0 : 1, indices };
  const period = model.season === 'N' ? 1 : 2;
  return { model, period, constants, start: state, state, variance, logLikelihood: 0, aicc: 0 };
}

/** Mean and variance of the value `steps` ahead over all courses of three errors each, which have the moments of the normal. */
function enumerate(fitted: FittedEts, steps: number): { readonly mean: number; readonly variance: number } {
  let [sum, squares] = [0, 0];
  const follow = (state: FittedEts['state'], left: number, weight: number): void => {
    const expected = predictEts({ ...fitted, state }, 1).mean[0] ?? NaN;
    const deviation = Math.sqrt(3 * fitted.variance) * (fitted.model.error === 'M' ? expected : 1);
    for (const [side, share] of [
      [-1, 1 / 6],
      [0, 2 / 3],
      [1, 1 / 6],
    ] as const) {
      const value = expected + side * deviation;
      if (left > 1) follow(runEts(Float64Array.of(value), fitted.model, fitted.constants, state).state, left - 1, weight * share);
      else {
        sum += weight * share * value;
        squares += weight * share * value * value;
      }
    }
  };
  follow(fitted.state, steps, 1);
  return { mean: sum, variance: squares - sum * sum };
}

describe('exponential smoothing in state-space form', () => {
  it('DEM-32 has fifteen models', () => {
    expect(etsModels).toHaveLength(15);
    expect(etsModels.map(etsName)).toContain('ETS(M,Ad,M)');
    expect(etsModels.map(etsName)).not.toContain('ETS(A,N,M)');
    expect(etsName({ error: 'A', trend: 'Ad', season: 'N' })).toBe('ETS(A,Ad,N)');
    expect(etsParameterCount({ error: 'A', trend: 'N', season: 'A' }, 12)).toBe(14);
  });

  it('DEM-33 searches constants as shares of what the level allows, and all states but the first index', () => {
    const point = etsPointOf(simple, { level: 10, trend: 0, indices: none }, 1, 2);
    expect([point.start, point.steps]).toEqual([
      [expect.closeTo(0.20006, 9), 10],
      [0.1, 2],
    ]);
    const constants = etsConstantsOf({ error: 'A', trend: 'A', season: 'N' }, [0.5, 1, 10, 1]);
    expect(constants).toEqual({ alpha: 0.5, beta: 0.5, gamma: 0, phi: 1 });
    const state = etsStateOf({ error: 'M', trend: 'N', season: 'M' }, [0.5, 0.1, 10, 1.5], 2);
    expect([state.level, ...state.indices]).toEqual([10, 0.5, 1.5]);
  });

  it('DEM-33 begins at the line of the first values', () => {
    const { level, trend } = etsStartState(Float64Array.of(1, 2, 3, 4), { error: 'A', trend: 'A', season: 'N' }, 1);
    expect([level, trend]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
  });

  it('DEM-33 tells stable constants from others', () => {
    expect(isStable({ alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 1 }, 12)).toBe(true);
    expect(isStable({ alpha: 0.31, beta: 0.21, gamma: 0.26, phi: 1 }, 12)).toBe(false);
    expect(isStable({ alpha: 0.59, beta: 0, gamma: 0.0001, phi: 1 }, 12)).toBe(true);
  });

  it('DEM-33 calls stable what lets the start states die away', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.constantFrom(1, 0.9),
        fc.constantFrom(2, 4, 7),
        (alpha, ofBeta, ofGamma, phi, period) => {
          const constants = { alpha, beta: ofBeta * alpha, gamma: ofGamma * (1 - alpha), phi };
          const indices = Float64Array.from({ length: period }, (_, season) => (season * 37) % 11);
          const model = { error: 'A', trend: 'Ad', season: 'A' } as const;
          const squaresAfter = (periods: number) => {
            const { state } = runEts(new Float64Array(periods), model, constants, { level: 1, trend: 1, indices });
            return runEts(new Float64Array(200), model, constants, state).sumOfSquares;
          };
          const [early, late] = [squaresAfter(1000), squaresAfter(3000)];
          // What has died away to nothing, or hardly moves in so many periods, does not say whether it would grow.
          if (early > 1e-15 && Math.abs(Math.log(late / early)) > 3) expect(isStable(constants, period)).toBe(late < early);
        },
      ),
    );
  });

  it('DEM-34 moves each state by its share of the error', () => {
    const run = runEts(
      Float64Array.of(3),
      simple,
      { alpha: 0.5, beta: 0, gamma: 0, phi: 1 },
      { level: 1, trend: 0, indices: none },
    );
    expect([run.state.level, run.sumOfSquares, run.deviance]).toEqual([2, 4, Math.log(4)]);
  });

  it('DEM-34 finds for simple smoothing what least squares find', () => {
    if (nile === undefined) throw new Error('no case');
    const fitted = fitEts(nile, simple, 1);
    const level = fitLevel(nile);
    expect(fitted?.constants.alpha).toBeCloseTo(level.alpha, 4);
    expect(fitted?.state.level).toBeCloseTo(level.level, 1);
    expect(fitted?.variance).toBeCloseTo(level.sumOfSquares / 98, 0);
  });

  it('DEM-34 fits no model to too few values, to a season not seen twice, or to relative errors of 0', () => {
    expect(fitEts(Float64Array.of(1, 2, 3, 4), simple, 1)).toBeNull();
    expect(fitEts(new Float64Array(30).fill(3), { ...simple, season: 'A' }, 16)).toBeNull();
    expect(fitEts(Float64Array.of(0, 1, 2, 1, 0, 2, 1, 2), { ...simple, error: 'M' }, 1)).toBeNull();
    expect(selectEts(Float64Array.of(1, 2), 1)).toBeNull();
  });

  it('DEM-35 forecasts steady values', () => {
    expect([...forecastEts(Float64Array.of(5, 5, 5, 5), 2, { period: 1 })]).toEqual([5, 5]);
  });

  it.each(etsModels.map((model) => ({ model, name: etsName(model) })))(
    'DEM-36 $name: mean and variance of each period are those of all courses of errors',
    ({ model }) => {
      const fitted = fittedOf(model, model.error === 'M' ? 0.01 : 4);
      const { mean, variance } = predictEts(fitted, 5);
      for (let step = 0; step < 5; step += 1) {
        const exact = enumerate(fitted, step + 1);
        expect(mean[step]).toBeCloseTo(exact.mean, 9);
        expect(variance[step]).toBeCloseTo(exact.variance, 9);
      }
    },
  );

  it('DEM-36 widens the variance of simple smoothing by alpha squared per period', () => {
    expect([...predictEts(fittedOf(simple, 4), 3).variance]).toEqual([4, 5, 6]);
  });

  it('DEM-36 knows the next value of a multiplicative season by its forecast alone', () => {
    const { mean, variance } = multiplicativeMoments(fittedOf({ error: 'M', trend: 'Ad', season: 'M' }, 0.01), 1);
    expect(mean).toBeCloseTo((10 + 0.9) * 0.8, 12);
    expect(variance).toBeCloseTo(0.01 * ((10 + 0.9) * 0.8) ** 2, 12);
  });
});
