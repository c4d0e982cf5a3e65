import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaDistribution } from './gamma-distribution.ts';
import { inverseLoss } from './inverse-loss.ts';
import { lognormalDistribution } from './lognormal-distribution.ts';
import { negativeBinomialDistribution } from './negative-binomial-distribution.ts';
import { normalDistribution } from './normal-distribution.ts';
import { poissonDistribution } from './poisson-distribution.ts';

const mean = fc.double({ min: 0.1, max: 1e4, noNaN: true });
const ratio = fc.double({ min: 0.1, max: 30, noNaN: true });
const power = fc.double({ min: -7, max: 0.3, noNaN: true });

describe('inverseLoss', () => {
  it('STA-7 finds the stock for every loss, whatever the family', () => {
    expect(inverseLoss(normalDistribution(100, 25), 2)).toBeCloseTo(125.53, 2);
    fc.assert(
      fc.property(mean, ratio, power, (m, r, p) => {
        const families = [normalDistribution(m, r), gammaDistribution(m, m * r), poissonDistribution(m)];
        for (const law of [...families, lognormalDistribution(Math.log(m), r / 30), negativeBinomialDistribution(m, m * r)]) {
          const loss = law.mean * 10 ** p;
          expect(Math.abs(law.loss(inverseLoss(law, loss)) / loss - 1)).toBeLessThan(1e-8);
        }
      }),
    );
    expect(() => inverseLoss(normalDistribution(1, 1), 0)).toThrow('above 0');
  });
});

describe('secondOrderLoss', () => {
  it('STA-7 is the integral of the loss, whatever the family', () => {
    const place = fc.double({ min: -0.5, max: 3, noNaN: true });
    fc.assert(
      fc.property(mean, ratio, place, (m, r, at) => {
        for (const law of [normalDistribution(m, r), gammaDistribution(m, m * r), lognormalDistribution(Math.log(m), r / 30)]) {
          const sd = Math.sqrt(law.variance);
          const x = law.mean + at * sd;
          const step = 0.01 * sd;
          // Simpson's rule over a short stretch.
          const area = (step / 6) * (law.loss(x) + 4 * law.loss(x + step / 2) + law.loss(x + step));
          const fall = law.secondOrderLoss(x) - law.secondOrderLoss(x + step);
          expect(Math.abs(fall - area)).toBeLessThan(1e-9 * (sd * sd + m * m * 1e-4));
        }
      }),
    );
  });

  it('STA-7 below 0 is that of the mean for what is never negative', () => {
    for (const law of [gammaDistribution(3, 40), lognormalDistribution(0, 1)]) {
      expect(law.secondOrderLoss(-2)).toBeCloseTo(0.5 * (law.variance + (law.mean + 2) ** 2), 9);
      expect(law.secondOrderLoss(0)).toBeCloseTo(0.5 * (law.variance + law.mean ** 2), 9);
    }
  });
});
