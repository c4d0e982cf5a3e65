import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { forecastAll } from '#core/demand/forecast/forecast-all.ts';
import type { SeriesTask } from '#core/demand/forecast/series-task.ts';
import { halfOf, runForecast } from './run-forecast.ts';

function tasks(count: number): readonly SeriesTask[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const level = random.gamma(1, 6);
    const values = Float64Array.from({ length: 60 }, () => random.poisson(level) * random.integer(0, 1));
    return { values, season: 12, horizon: 6, protection: 3 };
  });
}

function listOf(all: readonly SeriesTask[]) {
  return { count: all.length, taskOf: (index: number) => all[index]! }; // asked within the count
}

describe('runForecast', () => {
  it('FCT-5 forecasts as the engine does, bit for bit', async () => {
    const all = tasks(60);
    const run = await runForecast(listOf(all), (forecast) => forecast, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const { forecasts, calibration } = forecastAll(all);
    expect(run).toEqual({ kept: forecasts, calibration });
  });

  it('FCT-8 ends at the next breath where its signal is raised, and says how far it is', async () => {
    const stop = new AbortController();
    const shares: number[] = [];
    const pace = {
      signal: stop.signal,
      onProgress: (share: number) => {
        shares.push(share);
        if (shares.length === 2) stop.abort();
      },
    };
    const [task] = tasks(1);
    const endless = { count: 1e9, taskOf: () => task! }; // one was made
    await expect(runForecast(endless, () => null, pace)).rejects.toMatchObject({ code: 'cancelled' });
    expect(shares).toEqual([expect.any(Number), expect.any(Number)]);
  });
});

describe('halfOf', () => {
  it('puts two runs on one way', () => {
    const shares: number[] = [];
    const pace = { signal: new AbortController().signal, onProgress: (share: number) => void shares.push(share) };
    halfOf(pace, 0).onProgress(0.5);
    halfOf(pace, 1).onProgress(0.5);
    expect(shares).toEqual([0.25, 0.75]);
  });
});
