import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantDistribution } from './constant-distribution.ts';
import { discreteDistribution } from './discrete-distribution.ts';
import type { Distribution } from './distribution.ts';
import { empiricalDistribution } from './empirical-distribution.ts';
import { gammaDistribution } from './gamma-distribution.ts';
import { leadTimeDemand } from './lead-time-demand.ts';
import { lognormalDistribution } from './lognormal-distribution.ts';
import { mixtureDistribution } from './mixture-distribution.ts';
import { negativeBinomialDistribution } from './negative-binomial-distribution.ts';
import { normalDistribution } from './normal-distribution.ts';
import { poissonDistribution } from './poisson-distribution.ts';

const mean = fc.double({ min: -1, max: 5, noNaN: true }).map((power) => 10 ** power);
const ratio = fc.double({ min: -2, max: 2, noNaN: true }).map((power) => 10 ** power);
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });

const families: Record<string, fc.Arbitrary<Distribution>> = {
  constant: mean.map(constantDistribution),
  normal: fc.tuple(mean, ratio).map(([m, r]) => normalDistribution(m, m * r)),
  lognormal: fc.tuple(mean, share).map(([m, s]) => lognormalDistribution(Math.log(m), s)),
  gamma: fc.tuple(mean, ratio).map(([m, r]) => gammaDistribution(m, m * m * r)),
  Poisson: mean.map(poissonDistribution),
  'negative binomial': fc.tuple(mean, ratio).map(([m, r]) => negativeBinomialDistribution(m, m * (1 + r))),
  discrete: fc.tuple(weights, fc.integer({ min: -5, max: 5 })).map(([w, first]) => discreteDistribution(w, first)),
  empirical: weights.map((sample) => empiricalDistribution(sample, 'inverse cumulative')),
  'lead-time demand': fc.tuple(weights, mean, ratio).map(([w, m, r]) => leadTimeDemand(w, m, m * (1 + r))),
  'mixed gamma': fc.tuple(weights, mean).map(([w, m]) =>
    mixtureDistribution(
      w,
      w.map((_, at) => gammaDistribution(m * (at + 1), m * m)),
      'real',
    ),
  ),
};

describe.each(Object.entries(families))('%s distribution', (_, family) => {
  const size = (law: Distribution, x: number) => Math.abs(law.mean) + Math.abs(x) + Math.sqrt(law.variance);

  it('STA-4 is short less left over by the mean less the stock', () => {
    fc.assert(
      fc.property(family, share, (law, q) => {
        const x = law.quantile(q);
        expect(Math.abs(law.loss(x) - law.complementaryLoss(x) - (law.mean - x))).toBeLessThanOrEqual(1e-11 * size(law, x));
        expect(law.loss(x)).toBeGreaterThanOrEqual(0);
        expect(law.complementaryLoss(x)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('STA-4 loses with each unit less what is demanded above it', () => {
    fc.assert(
      fc.property(family, share, share, (law, q, step) => {
        const x = law.quantile(q);
        const further = x + step * Math.max(1, Math.sqrt(law.variance));
        const fall = law.loss(x) - law.loss(further);
        const slack = 1e-10 * size(law, further);
        expect(fall).toBeLessThanOrEqual((further - x) * (1 - law.cumulative(x)) + slack);
        expect(fall).toBeGreaterThanOrEqual((further - x) * (1 - law.cumulative(further)) - slack);
      }),
    );
  });

  it('STA-5 has as its quantile the least value with that share', () => {
    fc.assert(
      fc.property(family, share, (law, q) => {
        const x = law.quantile(q);
        expect(law.cumulative(x)).toBeGreaterThanOrEqual(q - 1e-10);
        const below = x - Math.max(1e-9, 1e-9 * size(law, x));
        expect(law.cumulative(below)).toBeLessThanOrEqual(q + 1e-10);
      }),
    );
  });

  it('STA-5 has quantiles that do not fall, between its ends', () => {
    fc.assert(
      fc.property(family, share, share, (law, one, other) => {
        const [low, high] = [law.quantile(Math.min(one, other)), law.quantile(Math.max(one, other))];
        expect(low).toBeLessThanOrEqual(high + 1e-12 * Math.abs(high));
        expect(law.quantile(0)).toBeLessThanOrEqual(low);
        expect(law.quantile(1)).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  it('STA-4 has the mean and the variance it states', () => {
    fc.assert(
      fc.property(family, (law) => {
        const shares = 4000;
        // Without the outermost shares, as some families have no last value.
        let sum = 0;
        for (let at = 0; at < shares; at += 1) sum += law.quantile((at + 0.5) / shares);
        const sd = Math.sqrt(law.variance);
        expect(Math.abs(sum / shares - law.mean)).toBeLessThan(0.05 * sd + 1e-3 * (1 + Math.abs(law.mean)));
      }),
      { numRuns: 10 },
    );
  });
});
