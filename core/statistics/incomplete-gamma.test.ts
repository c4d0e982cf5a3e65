import { describe, expect, it } from 'vitest';
import { gammaQuantile } from './gamma-quantile.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { logGamma, stirlingError } from './log-gamma.ts';
import { deviance, poissonProbability } from './poisson-probability.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('gamma functions', () => {
  it.each([
    [0.001, 6.907178885383854],
    [0.5, 0.5723649429247001],
    [3.7, 1.428072326665388],
    [10, 12.80182748008147],
    [171.5, 709.1431630309283],
    [1e6, 12815504.569147611],
  ])('STA-2 ln Γ(%f) = %f', (x, expected) => {
    expect(relative(logGamma(x), expected)).toBeLessThan(2e-15);
  });

  it.each([
    [1, 0.08106146679532726],
    [0.1, 0.512740081331915],
    [20, 0.004166319691996922],
  ])("STA-2 Stirling's formula for %f misses %f", (x, expected) => {
    expect(Math.abs(stirlingError(x) - expected)).toBeLessThan(1e-15);
  });

  it.each([
    [0.3, 0.01, 0.2792409963590148, 0.720759003640985],
    [2, 3, 0.8008517265285442, 0.19914827347145578],
    [10, 30, 0.9999928782491371, 0.000007121750862815577],
    [40, 38, 0.3940806321188935, 0.6059193678811065],
    [1000, 1100, 0.99894067674607, 0.0010593232539299773],
  ])('STA-2 P(%f, %f) = %f and Q = %f (computed with 40 digits)', (a, x, lower, upper) => {
    expect(relative(lowerGamma(a, x), lower)).toBeLessThan(2e-14);
    expect(relative(upperGamma(a, x), upper)).toBeLessThan(2e-14);
  });

  it('STA-2 keeps its digits for a shape of 902309 (series with 30 digits)', () => {
    expect(relative(lowerGamma(902309.2344431364, 897860.3653544041), 0.00000136013799581979)).toBeLessThan(1e-12);
  });

  it('STA-2 is steady where the way of computing changes', () => {
    for (const a of [24.999, 25.001, 60, 4000]) {
      for (const x of [0.6 * a, a, a + 1, 1.4 * a]) {
        const step = 1e-9 * x;
        expect(relative(lowerGamma(a, x - step), lowerGamma(a, x + step))).toBeLessThan(1e-5);
        expect(relative(upperGamma(a, x - step), upperGamma(a, x + step))).toBeLessThan(1e-5);
        expect(Math.abs(lowerGamma(a, x) + upperGamma(a, x) - 1)).toBeLessThan(1e-14);
      }
    }
    expect([lowerGamma(3, 0), upperGamma(3, 0), lowerGamma(3, 1e9), upperGamma(3, 1e9)]).toEqual([0, 1, 1, 0]);
  });

  it.each([
    [3, 2, 0.18044704431548356],
    [1e6, 1e6, 0.00039894224715624404],
    [2.5, 2, 0.2303614571229357],
    [0, 2, 0.1353352832366127],
    [-1, 2, 0],
    [3, 0, 0],
  ])('STA-2 the Poisson probability of %f for a mean of %f is %f', (x, mean, expected) => {
    expect(Math.abs(poissonProbability(x, mean) - expected)).toBeLessThan(1e-15);
  });

  it('STA-2 the deviance keeps its digits where count and mean are close', () => {
    expect(relative(deviance(2, 1), 0.3862943611198906)).toBeLessThan(1e-15);
    expect(relative(deviance(1000001, 1e6), 4.999998333334167e-7)).toBeLessThan(1e-15);
    expect(deviance(7, 7)).toBe(0);
  });

  it.each([
    [2, 0.8008517265285442, 3],
    [0.2, 0.3, 0.0015877907243441144],
    [0.05, 0.9, 0.07631711390918905],
    [4, 0.95, 7.753656527932725],
    [1e5, 0.99, 100737.12609678283],
  ])('STA-2 the quantile for shape %f and share %f is %f', (shape, share, expected) => {
    expect(relative(gammaQuantile(shape, share), expected)).toBeLessThan(1e-12);
  });

  it('STA-2 finds every share again for shapes from 0.01 to 1e6', () => {
    for (let power = -4; power <= 12; power += 1) {
      const shape = 10 ** (power / 2);
      for (const share of [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999999]) {
        const x = gammaQuantile(shape, share);
        if (x > 1e-300) expect(Math.abs(lowerGamma(shape, x) - share)).toBeLessThan(1e-12);
      }
    }
  });
});
