import { expect } from 'vitest';
import type { Tolerance } from './published-cases.ts';

/** Expects a number within the tolerance of its published case, exact where the case states none; nothing is never near. */
export function expectNear(found: number | undefined, expected: number, { abs = 0, rel = 0 }: Tolerance): void {
  const distance = Math.abs((found ?? NaN) - expected);
  expect(distance, `${found ?? 'nothing'} for ${expected}`).toBeLessThanOrEqual(Math.max(abs, rel * Math.abs(expected)));
}

/** Expects as many numbers as in the case, each within its tolerance. */
export function expectAllNear(found: ArrayLike<number>, expected: readonly number[], tolerance: Tolerance): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    expectNear(found[index], value, tolerance);
  });
}
