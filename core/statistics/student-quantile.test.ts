import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-quantile.ts';

describe('studentQuantile', () => {
  it('STA-14 gives the table of Abramowitz and Stegun, 26.10', () => {
    const found = [1, 2, 9, 30, 1000].map((degrees) => studentQuantile(0.05, degrees).toFixed(3));
    expect(found).toEqual(['12.706', '4.303', '2.262', '2.042', '1.962']);
    expect(studentQuantile(0.05, 9)).toBeCloseTo(2.2621571628, 9);
  });

  it.each([
    [1, 12.7062047361747, 1e-13],
    [3, 3.1824463052837095, 1e-13],
    [11, 2.20098516009164, 1e-13],
    [1000, 1.9623390808264085, 1e-13],
    [100_000, 1.95998770753461, 1e-11],
  ])('STA-14 is right for %i degrees of freedom (computed with 40 digits)', (degrees, expected, tolerance) => {
    expect(Math.abs(studentQuantile(0.05, degrees) / expected - 1)).toBeLessThan(tolerance);
  });
});
