import { expect } from 'vitest';
import { allowance, type Tolerance } from '#core/base/testing/published-cases.ts';

/** Expects a number within the tolerance of its published case; nothing is never near. */
export function expectPublished(found: number | undefined, expected: number, tolerance: Tolerance): void {
  const distance = Math.abs((found ?? NaN) - expected);
  expect(distance, `${found ?? 'nothing'} for ${expected}`).toBeLessThanOrEqual(allowance(expected, tolerance));
}
