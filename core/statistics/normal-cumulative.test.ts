import { describe, expect, it } from 'vitest';
import { normalCumulative, normalDensity, normalExceedance } from './normal-cumulative.ts';
import { normalQuantile } from './normal-quantile.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('standard normal distribution', () => {
  it.each([
    [normalDensity(0), 0.3989422804014327],
    [normalCumulative(1.5), 0.933192798731142],
    [normalCumulative(1.6448536269514722), 0.95],
    [normalExceedance(6), 9.865876450376983e-10],
    [normalExceedance(20), 2.7536241186062337e-89],
    [normalCumulative(-20), 2.7536241186062337e-89],
  ])('STA-1 %f is %f to the last digits (computed with 40 digits)', (found, expected) => {
    expect(relative(found, expected)).toBeLessThan(1e-15);
  });

  it.each([
    [0.4, -0.2533471031357998],
    [0.95, 1.6448536269514726],
    [0.99, 2.3263478740408408],
    [0.01, -2.326347874040841],
    [1e-6, -4.753424308822899],
    [1e-20, -9.262340089798409],
  ])('STA-1 the quantile of %f is %f (Wichura 1988)', (probability, k) => {
    expect(relative(normalQuantile(probability), k)).toBeLessThan(1e-15);
  });

  it('STA-1 finds every share again', () => {
    for (let share = 1; share < 1000; share += 1) {
      expect(Math.abs(normalCumulative(normalQuantile(share / 1000)) - share / 1000)).toBeLessThan(3e-16);
    }
  });

  it('has ends, and no quantile of something that is not a probability', () => {
    expect([normalCumulative(-Infinity), normalCumulative(Infinity)]).toEqual([0, 1]);
    for (const none of [0, 1, -0.1, NaN]) expect(() => normalQuantile(none)).toThrow('probability');
  });
});
