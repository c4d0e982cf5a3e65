import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocorrelation } from './autocorrelation.ts';
import { componentStrength } from './component-strength.ts';
import { decomposeClassically } from './decompose-classically.ts';
import { decomposeStl } from './decompose-stl.ts';
import { removeSeason } from './remove-season.ts';
import { restoreSeason } from './restore-season.ts';
import { seasonEvidence } from './season-evidence.ts';
import { localFit, smoothLoess } from './smooth-loess.ts';

const wave = Float64Array.of(1, 3, 1, 3, 1, 3);
const kinds = fc.constantFrom('additive' as const, 'multiplicative' as const);
const positive = fc.double({ min: 0.5, max: 100, noNaN: true });

describe('seasons by moving averages', () => {
  it('DEM-40 have indices around 0 or 1', () => {
    expect([...decomposeClassically(wave, 2, 'additive').indices]).toEqual([-1, 1]);
    expect([...decomposeClassically(wave, 2, 'multiplicative').indices]).toEqual([0.5, 1.5]);
    expect([...decomposeClassically(wave, 2, 'additive').trend]).toEqual([NaN, 2, 2, 2, 2, NaN]);
    expect([...decomposeClassically(Float64Array.of(1, 2, 6, 1, 2, 6), 3, 'additive').indices]).toEqual([-2, -1, 3]);
  });

  it('DEM-40 find an exact season upon a line', () => {
    const values = Float64Array.from({ length: 20 }, (_, period) => 5 + 2 * period + [3, -1, -4, 2][period % 4]!); // four seasons
    decomposeClassically(values, 4, 'additive').indices.forEach((index, season) => {
      expect(index).toBeCloseTo([3, -1, -4, 2][season] ?? NaN, 9);
    });
  });

  it('DEM-40 leave values without season, and go back in where they came out', () => {
    expect([...removeSeason(Float64Array.of(2, 9, 4), Float64Array.of(0.5, 1.5), 'multiplicative')]).toEqual([4, 6, 8]);
    expect([...restoreSeason(Float64Array.of(4, 6), 2, Float64Array.of(0.5, 1.5), 'multiplicative', 3)]).toEqual([6, 3]);
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 1 }),
        fc.array(positive, { minLength: 1, maxLength: 7 }),
        kinds,
        (all, season, kind) => {
          const [values, indices] = [Float64Array.from(all), Float64Array.from(season)];
          const back = restoreSeason(removeSeason(values, indices, kind), values.length, indices, kind, 0);
          back.forEach((value, period) => expect(value).toBeCloseTo(values[period] ?? NaN, 9));
        },
      ),
    );
  });
});

describe('evidence of a season', () => {
  it('DEM-41 is the autocorrelation at its lag beside what chance gives', () => {
    expect(autocorrelation(Float64Array.of(1, -1, 1, -1), 2)).toBe(0.5);
    expect(autocorrelation(Float64Array.of(2, 2, 2), 1)).toBe(0);
    expect(seasonEvidence(Float64Array.of(1, 9, 1, 9, 1, 9, 1, 9), 2)).toBeCloseTo(0.811, 3);
  });

  it('DEM-41 grows with the number of seasons, and needs more than two', () => {
    const waves = Float64Array.from({ length: 48 }, (_, month) => 10 + Math.sin((month * Math.PI) / 6));
    expect(seasonEvidence(waves, 12)).toBeGreaterThan(1);
    expect(seasonEvidence(waves.subarray(0, 24), 12)).toBe(0);
    expect(seasonEvidence(waves, 1)).toBe(0);
  });
});

describe('seasons by loess', () => {
  it('DEM-42 leaves a line alone, within the values and beyond', () => {
    const smooth = smoothLoess(Float64Array.of(1, 3, 5, 7), { window: 3, degree: 1, jump: 1 });
    smooth.forEach((value, index) => expect(value).toBeCloseTo(1 + 2 * index, 12));
    expect(localFit(Float64Array.of(1, 3, 5), 3, 0, 3, { window: 3, degree: 1 })).toBeCloseTo(7, 12);
  });

  it('DEM-42 takes a steady season and a line apart', () => {
    const { season } = decomposeStl(wave, { period: 2, seasonalWindow: 'periodic' });
    season.forEach((value, period) => expect(value).toBeCloseTo(period % 2 === 0 ? -1 : 1, 6));
    const rising = Float64Array.from({ length: 48 }, (_, month) => 100 + month + 10 * Math.sin((month * Math.PI) / 6));
    for (const seasonalWindow of ['periodic', 11] as const) {
      const parts = decomposeStl(rising, { period: 12, seasonalWindow });
      parts.trend.forEach((value, month) => expect(Math.abs(value - 100 - month)).toBeLessThan(1));
      expect(componentStrength(parts).season).toBeGreaterThan(0.99);
    }
  });

  it('DEM-42 does not let an outlier into the season where it is robust', () => {
    const spoilt = Float64Array.from(
      { length: 48 },
      (_, month) => 100 + 10 * Math.sin((month * Math.PI) / 6) + (month === 27 ? 200 : 0),
    );
    const errorOf = (isRobust: boolean) => {
      const { season } = decomposeStl(spoilt, { period: 12, seasonalWindow: 'periodic', isRobust });
      return Math.abs((season[3] ?? NaN) - 10);
    };
    expect(errorOf(true)).toBeLessThan(0.5);
    expect(errorOf(false)).toBeGreaterThan(20);
  });

  it('DEM-42 parts add up to the values, with a season of 0 where there are not more than two', () => {
    const values = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 13 }), fc.boolean(), (all, period, isRobust) => {
        const { trend, season, remainder } = decomposeStl(Float64Array.from(all), { period, seasonalWindow: 7, isRobust });
        all.forEach((value, index) => {
          expect((trend[index] ?? NaN) + (season[index] ?? NaN) + (remainder[index] ?? NaN)).toBeCloseTo(value, 6);
        });
        if (all.length <= 2 * period) expect(season.every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('DEM-43 is strong where nothing remains', () => {
    const parts = { trend: Float64Array.of(1, 1), season: Float64Array.of(-1, 1), remainder: Float64Array.of(0, 0) };
    expect(componentStrength(parts)).toEqual({ season: 1, trend: 0 });
  });
});
