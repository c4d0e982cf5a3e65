import { describe } from 'vitest';
import { orderUpToForFillRate } from './order-up-to-for-fill-rate.ts';
import { periodicFillRate } from './periodic-fill-rate.ts';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { normalDistribution } from '#core/statistics/normal-distribution.ts';

describe('published periodic reviews', () => {
  testPublished(
    'POL-13 $id, $source',
    publishedCases<{ mean: number; sd: number; review_period: number; lead_time: number; S: number }, { fill_rate: number }>(
      'rs-fill',
    ),
    ({ inputs, expected, tolerance }) => {
      const over = (periods: number) => normalDistribution(inputs.mean * periods, inputs.sd * Math.sqrt(periods));
      const demand = {
        untilNextArrival: over(inputs.review_period + inputs.lead_time),
        untilArrival: over(inputs.lead_time),
      };
      expectNear(periodicFillRate(demand, inputs.S), expected.fill_rate, tolerance);
      expectNear(orderUpToForFillRate(demand, expected.fill_rate), inputs.S, { abs: 1e-4 });
    },
  );
});
