import { describe, expect, it } from 'vitest';
import { inverseNormalLoss, normalLoss, secondOrderNormalLoss } from './normal-loss.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';

describe('standard normal loss', () => {
  testPublished(
    'STA-7 $id, $source',
    publishedCases<{ z: number }, { loss: number; complementary: number; second_order: number }>('loss-std-normal'),
    ({ inputs: { z }, expected, tolerance }) => {
      const { abs = 0 } = tolerance;
      expect(Math.abs(normalLoss(z) - expected.loss)).toBeLessThanOrEqual(abs);
      expect(Math.abs(normalLoss(-z) - expected.complementary)).toBeLessThanOrEqual(abs);
      expect(Math.abs(secondOrderNormalLoss(z) - expected.second_order)).toBeLessThanOrEqual(abs);
    },
  );

  testPublished(
    'STA-7 $id, $source',
    publishedCases<{ g: number }, { z: number }>('loss-inverse'),
    ({ inputs, expected, tolerance }) => {
      expect(Math.abs(inverseNormalLoss(inputs.g) - expected.z)).toBeLessThanOrEqual(tolerance.abs ?? 0);
    },
  );

  it('STA-7 is found again from losses of every size', () => {
    for (let power = -40; power <= 12; power += 1) {
      const loss = 10 ** (power / 4);
      expect(Math.abs(normalLoss(inverseNormalLoss(loss)) / loss - 1)).toBeLessThan(1e-12);
    }
    expect(() => inverseNormalLoss(0)).toThrow('above 0');
  });

  it('STA-7 the second order is the integral of the first', () => {
    for (const k of [-2, -0.3, 0, 1.7, 4]) {
      const step = 1e-3;
      const slope = (secondOrderNormalLoss(k + step) - secondOrderNormalLoss(k - step)) / (2 * step);
      expect(Math.abs(slope + normalLoss(k))).toBeLessThan(1e-7);
    }
  });
});
