import { describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { forecastFrame } from './forecast-frame.ts';
import { forecastTotal } from './forecast-total.ts';
import { forecastWeeks } from './forecast-columns.ts';

describe('forecastTotal', async () => {
  const company = createDemoCompany({ seed: 1, itemLocations: 60, planDay: 20_458, historyWeeks: 104 });
  const frame = openFrame(await buildFrame(company, 1));
  const { views } = forecastFrame(frame);
  const { historyWeeks } = frame.meta;

  it('DEM-109 expects of a steady series what it was, in every week to come', () => {
    const { mean } = forecastTotal(frame, views, { series: new Float64Array(104).fill(7), season: null });
    expect(mean).toHaveLength(forecastWeeks(frame));
    mean.forEach((value) => expect(value).toBeCloseTo(7, 9));
  });

  it('DEM-109 is in the unit of the series: a thousand times the series gives a thousand times the forecast', () => {
    const series = new Float64Array(historyWeeks);
    frame.historyQty.forEach((grains, place) => {
      const week = place % historyWeeks;
      if (!Number.isNaN(grains)) series[week] = (series[week] ?? 0) + grains / 1000;
    });
    const units = forecastTotal(frame, views, { series, season: null }).mean;
    const grains = forecastTotal(frame, views, { series: series.map((value) => value * 1000), season: null }).mean;
    units.forEach((value, week) => expect((grains[week] ?? 0) / (1000 * value)).toBeCloseTo(1, 6));
    // It stays with what was sold lately.
    const recent = series.slice(-12).reduce((sum, value) => sum + value, 0) / 12;
    expect(Math.abs((units[0] ?? 0) / recent - 1)).toBeLessThan(0.5);
  });

  it('DEM-109 leaves unknown weeks out and expects nothing where nothing was sold', () => {
    const series = new Float64Array(104).fill(7).map((value, week) => (week % 10 === 3 ? NaN : value));
    expect(forecastTotal(frame, views, { series, season: null }).mean[0]).toBeCloseTo(7, 9);
    expect(forecastTotal(frame, views, { series: new Float64Array(104), season: null }).mean.every((value) => value === 0)).toBe(
      true,
    );
  });

  it('DEM-109 takes a known season out and puts it back', () => {
    const season = Float64Array.from({ length: 52 }, (_, week) => 1 + Math.sin((2 * Math.PI * week) / 52) / 2);
    // 91 weeks end within a year: the next is the fortieth of its season.
    const series = Float64Array.from({ length: 91 }, (_, week) => 20 * (season[week % 52] ?? 1));
    const { mean, isWithoutSeason } = forecastTotal(frame, views, { series, season });
    expect(isWithoutSeason).toBe(true);
    mean.forEach((value, week) => expect(value).toBeCloseTo(20 * (season[(91 + week) % 52] ?? 1), 9));
  });
});
