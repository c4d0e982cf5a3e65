import { expect } from 'vitest';
import { allowance, type Tolerance } from '#core/base/testing/published-cases.ts';

/** Expects as many numbers as in the case, each within its tolerance. */
export function expectNear(found: ArrayLike<number>, expected: readonly number[], tolerance: Tolerance): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    const distance = Math.abs((found[index] ?? NaN) - value);
    expect(distance, `${found[index]} for ${value}`).toBeLessThanOrEqual(allowance(value, tolerance));
  });
}
