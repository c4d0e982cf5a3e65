import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastValueAdded } from './forecast-value-added.ts';

describe('DEM-55 forecast value added', () => {
  it('is the error of the step before less that of the step', () => {
    const [naive, statistical, typed] = forecastValueAdded(
      [10, 10],
      [
        [6, 6],
        [9, 9],
        [10, 11],
      ],
    );
    expect(naive).toEqual({ error: 0.4, gain: null });
    expect(statistical?.error).toBe(0.1);
    expect(statistical?.gain).toBeCloseTo(0.3, 12);
    expect(typed).toEqual({ error: 0.05, gain: 0.05 });
  });

  it('is below 0 for a step that made the forecast worse, and has no size without demand', () => {
    expect(forecastValueAdded([8], [[8], [4]])[1]?.gain).toBe(-0.5);
    expect(forecastValueAdded([0], [[1], [2]])[0]?.error).toBe(Infinity);
    expect(forecastValueAdded([], [[], []])[1]?.gain).toBeNaN();
  });

  it('adds up to the error of the first step less that of the last', () => {
    const periods = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 1 });
    fc.assert(
      fc.property(periods, (drawn) => {
        const actual = drawn.map(([value]) => value + 1);
        const steps = forecastValueAdded(
          actual,
          ([1, 2, 3] as const).map((step) => drawn.map((row) => row[step])),
        );
        const gains = steps.reduce((sum, { gain }) => sum + (gain ?? 0), 0);
        expect(gains).toBeCloseTo((steps[0]?.error ?? 0) - (steps[2]?.error ?? 0), 9);
      }),
    );
  });
});
