import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, forecastStreams } from './codes.ts';
import { grainsThrough, replacesForecast, type ForecastEntry } from './collect-forecast.ts';
import { notSet } from './frame-layout.ts';
import { mergeForecasts } from './merge-forecasts.ts';

const [statistical, override, project] = (['statistical', 'override', 'project'] as const).map((stream) =>
  codeOf(forecastStreams, stream),
);
const noHistory = (): ReadonlySet<number> => new Set();

function entry(kit: number, grains: number, more: Partial<ForecastEntry> = {}): ForecastEntry {
  return { location: 3, day: 0, days: 7, grains, stream: statistical ?? notSet, kit, ...more };
}

/** The forecast per day that a plan makes of buckets: overrides in place of statistical ones, the rest on top (PLN-4). */
function plannedDays(entries: readonly ForecastEntry[]): number[] {
  const days = new Array<number>(30).fill(0);
  for (const wanted of [statistical, override, undefined]) {
    const ofStream = entries.filter(({ stream }) => (wanted === undefined ? !replacesForecast(stream) : stream === wanted));
    for (const { day, days: length, grains } of ofStream.sort(
      (a, b) => a.day - b.day || a.days - b.days || a.grains - b.grains,
    )) {
      for (let index = 0; index < length; index += 1) {
        const share = grainsThrough(grains, index + 1, length) - grainsThrough(grains, index, length);
        days[day + index] = wanted === undefined ? (days[day + index] ?? 0) + share : share;
      }
    }
  }
  return days;
}

describe('mergeForecasts', () => {
  it('FRM-12 adds a kit’s bucket to the item’s own', () => {
    const merged = mergeForecasts([entry(notSet, 5), entry(1, 20)], noHistory);
    expect(merged).toEqual([entry(notSet, 25)]);
  });

  it('FRM-12 leaves alone what only one asks for', () => {
    const entries = [entry(1, 20), entry(1, 7, { stream: override ?? notSet }), entry(notSet, 5, { location: 4 })];
    expect(new Set(mergeForecasts(entries, noHistory))).toEqual(new Set(entries));
  });

  it('FRM-12 puts a kit’s bucket on top where another asker has a history and no bucket', () => {
    const merged = mergeForecasts([entry(1, 20), entry(2, 14, { days: 14 })], () => new Set([1, 2]));
    expect(merged).toEqual([entry(notSet, 27), entry(notSet, 7, { day: 7, stream: project ?? notSet })]);
  });

  it('FRM-12 loses nothing: a plan of the merged buckets forecasts the sum of what each asker’s buckets forecast', () => {
    const bucket = fc.record({
      location: fc.constant(3),
      day: fc.nat(15),
      days: fc.integer({ min: 1, max: 14 }),
      grains: fc.nat(100_000),
      stream: fc.constantFrom(...forecastStreams.map((_, code) => code)),
      kit: fc.constantFrom(notSet, 1, 2),
    });
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 8 }), (entries) => {
        const merged = plannedDays(mergeForecasts(entries, noHistory));
        const apart = [notSet, 1, 2].map((kit) => plannedDays(entries.filter((each) => each.kit === kit)));
        expect(sum(merged)).toBe(sum(apart.map(sum)));
        // Cut buckets round their days anew, by less than a grain for each that is cut.
        merged.forEach((grains, day) => expect(Math.abs(grains - sum(apart.map((days) => days[day] ?? 0)))).toBeLessThan(4));
      }),
    );
  });
});
