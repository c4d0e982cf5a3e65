import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastArima } from './arima/forecast-arima.ts';
import { forecastEts } from './ets/forecast-ets.ts';
import type { ForecastModel } from './forecast-model.ts';
import { forecastAdida } from './intermittent/forecast-adida.ts';
import { forecastCroston } from './intermittent/forecast-croston.ts';
import { forecastImapa } from './intermittent/forecast-imapa.ts';
import { forecastSba } from './intermittent/forecast-sba.ts';
import { forecastTsb } from './intermittent/forecast-tsb.ts';
import { forecastMovingAverage } from './simple/forecast-moving-average.ts';
import { forecastNaive } from './simple/forecast-naive.ts';
import { forecastSeasonalNaive } from './simple/forecast-seasonal-naive.ts';
import { forecastFittedLevel } from './smoothing/forecast-fitted-level.ts';
import { forecastHoltWinters } from './smoothing/forecast-holt-winters.ts';
import { forecastHolt } from './smoothing/forecast-holt.ts';
import { forecastSes } from './smoothing/forecast-ses.ts';
import { forecastTheta } from './smoothing/forecast-theta.ts';

interface NamedModel {
  readonly name: string;
  readonly run: (values: Float64Array, horizon: number, out?: Float64Array) => Float64Array;
  /** What a steady demand of 1 is forecast as; below 1 where the method corrects for intermittence. */
  readonly ofSteady: number;
}

function named<Parameters>(name: string, model: ForecastModel<Parameters>, parameters: Parameters, ofSteady = 1): NamedModel {
  return { name, ofSteady, run: (values, horizon, out) => model(values, horizon, parameters, out) };
}

const constants = { alpha: 0.2, beta: 0.1, gamma: 0.1 };
const quick: readonly NamedModel[] = [
  named('naive', forecastNaive, {}),
  named('seasonal naive', forecastSeasonalNaive, { period: 4 }),
  named('moving average', forecastMovingAverage, { window: 6 }),
  named('smoothing', forecastSes, { alpha: 0.2 }),
  named('fitted smoothing', forecastFittedLevel, {}),
  named('Holt', forecastHolt, constants),
  named('damped Holt', forecastHolt, { ...constants, damping: 0.9 }),
  named('Holt-Winters, additive', forecastHoltWinters, { ...constants, period: 4, season: 'additive' }),
  named('Holt-Winters, multiplicative', forecastHoltWinters, { ...constants, period: 4, season: 'multiplicative' }),
  named('Theta', forecastTheta, { period: 4 }),
  named('Croston', forecastCroston, { alpha: 0.1 }),
  named('SBA', forecastSba, { alpha: 0.1 }, 0.95),
  named('TSB', forecastTsb, { sizeAlpha: 0.1, probabilityAlpha: 0.1 }),
  named('ADIDA', forecastAdida, { alpha: 0.2 }),
  named('IMAPA', forecastImapa, { alpha: 0.2 }),
];
const slow: readonly NamedModel[] = [named('ETS', forecastEts, { period: 4 }), named('ARIMA', forecastArima, { period: 4 })];

const histories = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })), { maxLength: 40 })
  .map((values) => Float64Array.from(values));

describe('forecast models', () => {
  it.each([...quick, ...slow])('DEM-20 $name forecasts 0 without history, and a number from a single value', ({ run }) => {
    expect([...run(new Float64Array(0), 2)]).toEqual([0, 0]);
    expect(run(Float64Array.of(4), 2).every(Number.isFinite)).toBe(true);
    expect(run(Float64Array.of(4), 0)).toHaveLength(0);
  });

  it.each([...quick, ...slow])('DEM-20 $name carries a steady demand on', ({ run, ofSteady }) => {
    for (const forecast of run(new Float64Array(30).fill(7), 5)) expect(forecast).toBeCloseTo(7 * ofSteady, 6);
  });

  it.each(quick)('DEM-20 $name gives finite numbers, leaves the history alone and writes where it is told', ({ run }) => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 9 }), (values, horizon) => {
        const before = values.slice();
        const out = new Float64Array(horizon + 1).fill(-1);
        expect(run(values, horizon, out)).toBe(out);
        expect(values).toEqual(before);
        expect(out.subarray(0, horizon).every(Number.isFinite)).toBe(true);
        expect(out[horizon]).toBe(-1);
        expect(run(values, horizon)).toEqual(out.slice(0, horizon));
      }),
      { numRuns: 100 },
    );
  });

  it.each(quick)('DEM-20 $name does not care in which unit the demand is counted', ({ run }) => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -8, max: 8 }), (values, power) => {
        // A power of two changes no digit, so that the same way is taken to the last bit.
        const unit = 2 ** power;
        expect(
          run(
            values.map((value) => value * unit),
            4,
          ),
        ).toEqual(run(values, 4).map((value) => value * unit));
      }),
      { numRuns: 100 },
    );
  });
});
