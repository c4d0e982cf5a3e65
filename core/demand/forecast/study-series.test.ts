import { describe, expect, it } from 'vitest';
import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { studySeries, type SeriesStudy } from './study-series.ts';

const bursts = [40, 0, 3, 0];

function studyOf(values: readonly number[], season = 1, protection = 4): SeriesStudy {
  return studySeries({ values: Float64Array.from(values), season, horizon: 8, protection });
}

function repeated(pattern: readonly number[], periods: number): readonly number[] {
  return Array.from({ length: periods }, (_, period) => pattern[period % pattern.length] ?? 0);
}

describe('studySeries', () => {
  it('DEM-60 looks for trend and season in smooth demand of twelve periods or more', () => {
    const rising = Array.from({ length: 40 }, (_, period) => 10 + period + (period % 3));
    expect([studyOf(rising), studyOf(rising.slice(0, 12)), studyOf(rising.slice(0, 11))].map(({ hasShape }) => hasShape)).toEqual(
      [true, true, false],
    );
  });

  it('DEM-60 looks for them in other demand where a season is significant and seen more than twice', () => {
    const study = studyOf(repeated(bursts, 40), 4);
    expect([demandClasses[study.demandClass], study.hasShape]).toEqual(['lumpy', true]);
    expect(
      [
        studyOf(repeated(bursts, 40), 5),
        studyOf(repeated(bursts, 40), 1),
        studyOf(repeated([...bursts, 0, 0, 0, 0, 1], 18), 9),
      ].map(({ hasShape }) => hasShape),
    ).toEqual([false, false, false]);
  });

  it('DEM-69 has six origins a third of the protection apart, and twelve a protection apart', () => {
    const { origins, spread } = studyOf([1, ...repeated([0, 2, 0, 7, 0], 82)], 1, 6);
    expect(origins).toEqual({ ends: [67, 69, 71, 73, 75, 77], judged: 6, overlap: 3 });
    expect([spread.ends.length, spread.ends.at(-1), spread.overlap]).toEqual([12, 77, 1]);
    expect(new Set(spread.ends.slice(1).map((end, index) => end - (spread.ends[index] ?? 0)))).toEqual(new Set([6]));
  });

  it('DEM-69 keeps two seasons and a period before every origin of a seasonal series', () => {
    const { origins } = studyOf(repeated([9, 10, 11, 12], 40), 4, 4);
    expect(Math.min(...origins.ends)).toBeGreaterThanOrEqual(12);
    const { origins: year } = studyOf(repeated([9, 10, 11, 12], 40), 12, 4);
    expect(Math.min(...year.ends)).toBeGreaterThanOrEqual(25);
  });

  it('DEM-75 takes demand for a count where every known period is whole', () => {
    const wholes = [
      [3, 0, 4],
      [3, NaN, 4],
      [3, 0.5, 4],
      [0.5, NaN, 4],
    ].map((values) => studyOf(values).whole);
    expect(wholes).toEqual([true, true, false, false]);
  });
});
