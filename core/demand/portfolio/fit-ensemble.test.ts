import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { fitEts } from '#core/demand/models/ets/fit-ets.ts';
import { fitEnsemble, forecastEnsemble } from './fit-ensemble.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { smooth } from './smooth.ts';
import { smoothingForms, type SmoothingForm } from './smoothing-form.ts';
import { createSmoothingState, type SmoothingState } from './smoothing-state.ts';

const level: SmoothingForm = { season: 'none', relativeErrors: false, trend: 'none' };
const demand = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 12, maxLength: 60 });

function stateOf(start: number): SmoothingState {
  return { ...createSmoothingState(1), level: start };
}

/** A level that wanders, with noise around it. */
function wandering(periods: number): Float64Array {
  const random = createRandom(3);
  let mean = 100;
  return Float64Array.from({ length: periods }, () => {
    mean += 4 * random.normal();
    return mean + 8 * random.normal();
  });
}

describe('fitSmoothing', () => {
  it('gives the level 5 to a series of 5, whatever the form', () => {
    for (const form of smoothingForms(12, 1, true)) {
      expect(fitSmoothing(new Float64Array(12).fill(5), 12, form, stateOf(5)).state.level).toBeCloseTo(5, 9);
    }
  });

  it('DEM-63 comes within 0.05 of the best likelihood of the level that a full search finds from the same start', () => {
    const values = wandering(80);
    const { start, criterion } = fitSmoothing(values, 80, level, stateOf(100));
    let best = Infinity;
    for (let step = 1; step < 1000; step += 1) {
      const constants = { alpha: step / 1000, beta: 0, gamma: 0, phi: 1 };
      best = Math.min(best, smooth(values, 80, level, constants, { ...start }));
    }
    // Two parameters and the variance: AICc with 3.
    const penalty = 2 * 3 + (2 * 3 * 4) / (80 - 3 - 1);
    expect(criterion - penalty - best).toBeGreaterThan(-1e-3);
    expect(criterion - penalty - best).toBeLessThan(0.05);
  });

  it('DEM-63 counts the same parameters as the full family', () => {
    const values = wandering(80);
    const model = { error: 'A', trend: 'N', season: 'N' } as const;
    const full = fitEts(values, model, 1);
    const found = fitSmoothing(values, 80, level, stateOf(full?.start.level ?? 0));
    // From the best start both likelihoods are one, but for the constant of n·log n.
    expect(found.criterion + 80 * Math.log(80)).toBeCloseTo(full?.aicc ?? NaN, 1);
  });

  it('DEM-63 keeps the constants where the weights of the past stay between 0 and 1', () => {
    fc.assert(
      fc.property(demand, fc.constantFrom(...smoothingForms(60, 4, false)), (drawn, form) => {
        const season = form.season === 'none' ? 1 : 4;
        const { constants } = fitSmoothing(Float64Array.from(drawn), drawn.length, form, {
          ...createSmoothingState(season),
          level: 50,
        });
        const { alpha, beta, gamma, phi } = constants;
        expect([alpha > 0 && alpha < 1, beta <= alpha, gamma <= 1 - alpha + 1e-12]).toEqual([true, true, true]);
        expect(form.trend === 'damped' ? phi >= 0.8 && phi <= 0.98 : phi === 1).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('fitEnsemble', () => {
  it('forecasts a constant series as that constant', () => {
    const values = new Float64Array(24).fill(7);
    const ensemble = fitEnsemble(values, 24, null, true);
    expect([...forecastEnsemble(ensemble, values, 24, new Float64Array(3))]).toEqual(
      [7, 7, 7].map((value) => expect.closeTo(value, 9) as number),
    );
  });

  it('DEM-64 weights add up to 1 and follow the evidence, none below a hundredth of the best', () => {
    fc.assert(
      fc.property(demand, (drawn) => {
        const values = Float64Array.from(drawn);
        const { members, weights } = fitEnsemble(
          values,
          values.length,
          null,
          values.every((value) => value > 0),
        );
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const [best] = members;
        members.forEach(({ criterion }, index) => {
          const evidence = Math.exp(((best?.criterion ?? 0) - criterion) / 2);
          expect(evidence).toBeGreaterThanOrEqual(0.01);
          expect(weights[index]).toBeCloseTo(evidence * (weights[0] ?? 0), 12);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('DEM-64 sees a line go on and a season come back', () => {
    const line = Float64Array.from({ length: 40 }, (_, period) => 10 + 2 * period + (period % 2));
    const [next = 0] = forecastEnsemble(fitEnsemble(line, 40, null, true), line, 40, new Float64Array(1));
    expect(Math.abs(next - 90)).toBeLessThan(2);
    const indices = Float64Array.of(-3, 1, 2, 0);
    const seasonal = Float64Array.from({ length: 40 }, (_, period) => 20 + (indices[period % 4] ?? 0) + ((period * 7) % 3) / 10);
    const starts = { additive: indices, multiplicative: indices.map((value) => 1 + value / 20) };
    const forecast = forecastEnsemble(fitEnsemble(seasonal, 40, starts, true), seasonal, 40, new Float64Array(4));
    indices.forEach((index, step) => expect(Math.abs((forecast[step] ?? 0) - 20.1 - index)).toBeLessThan(0.3));
  });

  it('DEM-72 forecasts from an earlier end with what was known there alone', () => {
    const values = wandering(40);
    const ensemble = fitEnsemble(values, 30, null, true);
    const changed = values.slice();
    changed.fill(0, 30);
    const from = (series: Float64Array) => [...forecastEnsemble(ensemble, series, 30, new Float64Array(4))];
    expect(from(changed)).toEqual(from(values));
    expect(fitEnsemble(changed, 30, null, true)).toEqual(ensemble);
  });
});
