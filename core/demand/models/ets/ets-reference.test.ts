import { describe, expect } from 'vitest';
import { expectAllNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished, type PublishedCase } from '#core/base/testing/published-cases.ts';
import { etsModels, etsName } from './ets-model.ts';
import { fitEts } from './fit-ets.ts';
import { predictEts } from './predict-ets.ts';
import { selectEts } from './select-ets.ts';

interface Series {
  readonly y: readonly number[];
  readonly m: number;
}

interface Expected {
  readonly model: string;
  readonly loglik: number;
  readonly aicc: number;
  readonly forecast: readonly number[];
}

interface Bounds {
  readonly forecast_rel: number;
  readonly aicc_must_be_at_most?: number;
  readonly loglik_min?: number;
}

/** The bounds that these cases state instead of a tolerance. */
const boundsOf = (one: PublishedCase<unknown, unknown>) => one.tolerance as unknown as Bounds; // of these cases' own form

describe('published models of the exponential smoothing family', () => {
  testPublished(
    'DEM-33 DEM-34 $id ($source)',
    publishedCases<Series & { readonly model: string }, Expected & { readonly sigma2: number }>('ets-fixed-'),
    (one) => {
      const { inputs, expected } = one;
      const model = etsModels.find((candidate) => etsName(candidate) === inputs.model);
      const fitted = model && fitEts(Float64Array.from(inputs.y), model, inputs.m);
      if (!fitted) throw new Error(`${inputs.model} has no fit`);
      const { forecast_rel: rel, loglik_min: least } = boundsOf(one);
      expect(fitted.logLikelihood).toBeGreaterThanOrEqual(least ?? expected.loglik);
      expectAllNear(predictEts(fitted, expected.forecast.length).mean, expected.forecast, { rel });
    },
  );

  const automatic = publishedCases<Series, Expected & { readonly lo95: readonly number[]; readonly hi95: readonly number[] }>(
    'ets-auto-',
  );

  testPublished('DEM-35 $id ($source)', automatic, (one) => {
    const { inputs, expected } = one;
    const fitted = selectEts(Float64Array.from(inputs.y), inputs.m);
    const bounds = boundsOf(one);
    expect(fitted?.aicc).toBeLessThanOrEqual(bounds.aicc_must_be_at_most ?? expected.aicc);
    // A model that the reference did not find may forecast otherwise, provided that it fits better.
    const name = fitted && etsName(fitted.model);
    if (!fitted || (name !== expected.model && fitted.aicc < expected.aicc)) return;
    const prediction = predictEts(fitted, expected.forecast.length);
    const tolerance = { rel: bounds.forecast_rel };
    expectAllNear(prediction.mean, expected.forecast, tolerance);
    expectAllNear(prediction.lower95, expected.lo95, tolerance);
    expectAllNear(prediction.upper95, expected.hi95, tolerance);
  });
});
