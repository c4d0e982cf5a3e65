import { describe, expect, it } from 'vitest';
import { constantDistribution } from './constant-distribution.ts';
import { cornishFisher } from './cornish-fisher.ts';
import { discreteDistribution } from './discrete-distribution.ts';
import { empiricalDistribution } from './empirical-distribution.ts';
import { gammaDistribution } from './gamma-distribution.ts';
import { leadTimeDemand } from './lead-time-demand.ts';
import { lognormalDistribution } from './lognormal-distribution.ts';
import { mixtureDistribution } from './mixture-distribution.ts';
import { negativeBinomialDistribution } from './negative-binomial-distribution.ts';
import { normalDistribution } from './normal-distribution.ts';
import { poissonDistribution } from './poisson-distribution.ts';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';

describe('published losses', () => {
  testPublished(
    '$id, $source',
    publishedCases<{ x: number; mean: number; sd: number }, { loss: number; complementary: number }>('loss-normal'),
    ({ inputs, expected, tolerance }) => {
      const law = normalDistribution(inputs.mean, inputs.sd);
      expectNear(law.loss(inputs.x), expected.loss, tolerance);
      expectNear(law.complementaryLoss(inputs.x), expected.complementary, tolerance);
    },
  );

  testPublished(
    '$id, $source',
    publishedCases<{ x: number; mean: number }, { loss: number; complementary: number }>('loss-poisson'),
    ({ inputs, expected, tolerance }) => {
      const law = poissonDistribution(inputs.mean);
      expectNear(law.loss(inputs.x), expected.loss, tolerance);
      expectNear(law.complementaryLoss(inputs.x), expected.complementary, tolerance);
    },
  );

  testPublished(
    '$id, $source',
    publishedCases<{ x: number; mu: number; sigma: number }, { loss: number; complementary: number }>('loss-lognormal'),
    ({ inputs, expected, tolerance }) => {
      const law = lognormalDistribution(inputs.mu, inputs.sigma);
      expectNear(law.loss(inputs.x), expected.loss, tolerance);
      expectNear(law.complementaryLoss(inputs.x), expected.complementary, tolerance);
    },
  );

  testPublished(
    'STA-8 $id, $source',
    publishedCases<{ mean: number; variance: number; x: number }, { loss: number; cdf_at_x: number }>('loss-negbin'),
    ({ inputs, expected, tolerance }) => {
      const law = negativeBinomialDistribution(inputs.mean, inputs.variance);
      expectNear(law.loss(inputs.x), expected.loss, tolerance);
      expectNear(law.cumulative(inputs.x), expected.cdf_at_x, tolerance);
    },
  );
});

describe('published lead-time demand', () => {
  testPublished(
    'STA-11 $id, $source',
    publishedCases<
      {
        lead_time_pmf: Readonly<Record<string, number>>;
        period_mean: number;
        period_variance: number;
        quantiles: readonly number[];
      },
      { mean: number; variance: number; quantile_values: readonly number[]; normal_approx_95: number }
    >('ltd-compound'),
    ({ inputs, expected, tolerance }) => {
      const probabilities: number[] = [];
      for (const [periods, probability] of Object.entries(inputs.lead_time_pmf)) probabilities[Number(periods)] = probability;
      const law = leadTimeDemand(
        Array.from(probabilities, (probability) => probability || 0),
        inputs.period_mean,
        inputs.period_variance,
      );
      expectNear(law.mean, expected.mean, tolerance);
      expectNear(law.variance, expected.variance, tolerance);
      expect(inputs.quantiles.map((q) => law.quantile(q))).toEqual(expected.quantile_values);
      const normal = normalDistribution(law.mean, Math.sqrt(law.variance));
      expectNear(normal.quantile(0.95), expected.normal_approx_95, tolerance);
    },
  );
});

describe('distributions', () => {
  it('STA-8 the negative binomial has 11 as the 95% quantile of 4 ± √12, and the probabilities of its definition', () => {
    const law = negativeBinomialDistribution(4, 12);
    expect(law.quantile(0.95)).toBe(11);
    // r = 2, p = 1/3: (n + 1)·p²·(2/3)ⁿ.
    for (const n of [0, 1, 2, 9, 40]) expect(law.probability(n)).toBeCloseTo(((n + 1) / 9) * (2 / 3) ** n, 14);
    expect(law.probability(1.5)).toBe(0);
  });

  it('STA-8 the negative binomial without excess variance is Poisson, and comes close to it', () => {
    const [almost, poisson] = [negativeBinomialDistribution(7, 7.000001), poissonDistribution(7)];
    expect(negativeBinomialDistribution(7, 5).variance).toBe(7);
    for (const x of [0, 3, 7.5, 20]) {
      expect(Math.abs(almost.cumulative(x) - poisson.cumulative(x))).toBeLessThan(1e-6);
      expect(Math.abs(almost.loss(x) - poisson.loss(x))).toBeLessThan(1e-6);
    }
  });

  it.each([
    [2, 50, 0.95, 12],
    [1e6, 5e6, 0.95, 1003681],
    [1e6, 1e12, 0.99, 4605170],
    [1e6, 1e10, 0.001, 719213],
    [1e-3, 1e-2, 0.99, 0],
  ])(
    'STA-8 the negative binomial with mean %f and variance %f has the %f-quantile %i (scipy 1.17)',
    (mean, variance, q, expected) => {
      const law = negativeBinomialDistribution(mean, variance);
      const n = law.quantile(q);
      expect(n).toBe(expected);
      expect(law.cumulative(n)).toBeGreaterThanOrEqual(q);
      expect(law.cumulative(n - 1)).toBeLessThan(q);
    },
  );

  it('STA-4 the losses of counts are the sums of their definition', () => {
    const law = negativeBinomialDistribution(20, 90);
    for (const x of [0, 7, 20.4, 61]) {
      let loss = 0;
      let left = 0;
      for (let n = 0; n < 600; n += 1) {
        loss += Math.max(0, n - x) * law.probability(n);
        left += Math.max(0, x - n) * law.probability(n);
      }
      expect(Math.abs(law.loss(x) / loss - 1)).toBeLessThan(1e-12);
      expect(Math.abs(law.complementaryLoss(x) - left)).toBeLessThan(1e-13);
    }
    expect([law.loss(-3), law.complementaryLoss(-3), law.cumulative(-1)]).toEqual([23, 0, 0]);
  });

  it('STA-6 nothing that varies is constant', () => {
    const laws = [normalDistribution(5, 0), gammaDistribution(5, 0), lognormalDistribution(Math.log(5), 0)];
    for (const law of laws) {
      expect([law.variance, Math.round(law.quantile(0.3)), Math.round(law.loss(3)), law.loss(9)]).toEqual([0, 5, 2, 0]);
    }
    expect(poissonDistribution(0).quantile(0.99)).toBe(0);
    expect(constantDistribution(5).probability(5)).toBe(1);
  });

  it('STA-5 a share that a sum just misses is reached, and 0 and 1 are the ends', () => {
    const law = discreteDistribution([0, 0.1, 0.2, 0.4, 0.3], 10);
    expect([0, 0.1, 0.3, 0.7, 0.70001, 1].map((q) => law.quantile(q))).toEqual([11, 11, 12, 13, 14, 14]);
    expect([poissonDistribution(3).quantile(0), poissonDistribution(3).quantile(1)]).toEqual([0, Infinity]);
    expect([normalDistribution(0, 1).quantile(0), gammaDistribution(1, 1).quantile(0)]).toEqual([-Infinity, 0]);
    expect(() => poissonDistribution(3).quantile(1.1)).toThrow('probability');
  });

  it('STA-9 a discrete distribution takes weights, and weights only', () => {
    const law = discreteDistribution([1, 2, 1], 3);
    expect([law.mean, law.variance, law.loss(4), law.complementaryLoss(4.5), law.probability(4)]).toEqual([
      4, 0.5, 0.25, 0.625, 0.5,
    ]);
    expect([law.cumulative(2.9), law.cumulative(4.2), law.cumulative(9), law.loss(0)]).toEqual([0, 0.75, 1, 4]);
    expect(() => discreteDistribution([0, 0])).toThrow('above 0');
    expect(() => discreteDistribution([1, -1])).toThrow('negative');
  });

  it('STA-10 a sample has observed quantiles or quantiles between them (types 1 and 7 of Hyndman and Fan 1996)', () => {
    const sample = [10, 2, 3, 1];
    const [observed, linear] = [empiricalDistribution(sample, 'inverse cumulative'), empiricalDistribution(sample, 'linear')];
    expect([0, 0.25, 0.5, 0.75, 0.9, 1].map((q) => observed.quantile(q))).toEqual([1, 1, 2, 3, 10, 10]);
    expect([0, 0.25, 0.5, 0.75, 1].map((q) => linear.quantile(q))).toEqual([1, 1.75, 2.5, 4.75, 10]);
    expect([observed.mean, observed.variance, observed.loss(3), observed.complementaryLoss(3)]).toEqual([4, 12.5, 1.75, 0.75]);
    expect(sample).toEqual([10, 2, 3, 1]);
    expect(() => empiricalDistribution([], 'linear')).toThrow('at least one');
  });

  it('STA-11 a mixture is the average of its components', () => {
    const law = mixtureDistribution([1, 1], [constantDistribution(2), constantDistribution(6)], 'whole');
    expect([law.mean, law.variance, law.loss(3), law.quantile(0.5), law.quantile(0.51)]).toEqual([4, 4, 1.5, 2, 6]);
    const real = mixtureDistribution(
      [3, 0, 1],
      [normalDistribution(0, 1), normalDistribution(9, 9), normalDistribution(4, 1)],
      'real',
    );
    expect(real.cumulative(real.quantile(0.8))).toBeCloseTo(0.8, 14);
    expect(() => mixtureDistribution([], [], 'whole')).toThrow('weights');
    expect(() => mixtureDistribution([1], [], 'whole')).toThrow('weight');
  });

  it('STA-11 demand over a certain lead time is the negative binomial of the sum', () => {
    const [mixed, sum] = [leadTimeDemand([0, 0, 0, 1], 9, 20), negativeBinomialDistribution(27, 60)];
    for (const q of [0.05, 0.5, 0.99]) expect(mixed.quantile(q)).toBe(sum.quantile(q));
    expect(leadTimeDemand([1], 9, 20).quantile(0.99)).toBe(0);
  });

  it('the gamma distribution with mean 100 and deviation 50 has its 95% at 193.84', () => {
    expect(gammaDistribution(100, 2500).quantile(0.95)).toBeCloseTo(25 * 7.753656527932725, 9);
  });

  it('Cornish and Fisher come close to the Poisson quantile', () => {
    const moments = { mean: 100, sd: 10, skewness: 0.1, kurtosis: 0.01 };
    expect(cornishFisher(moments, 1.6448536)).toBeCloseTo(116.73, 2);
    expect(poissonDistribution(100).quantile(0.95)).toBe(117);
  });
});
