import { describe, expect, it } from 'vitest';
import { expectClaim } from './worked-examples.ts';

const names = { half: (value: number) => value / 2, parts: () => Float64Array.of(1, -0) };

describe('expectClaim', () => {
  it.each([
    'half(4) === 2',
    'parts() is [1, 0]',
    '({ part: half(1), rest: parts() }) ≈ { part: 0.50, rest: [1, 0] }',
    'half(2 / 3) ≈ 0.33 (a third, cut)',
    'const two = half(4); half(two) === 1',
    'await Promise.resolve(half(1e-9)) ≈ 5.0e-10',
  ])('holds for %s', async (example) => {
    await expectClaim(example, names);
  });

  it.each([
    'half(4) === 3',
    'parts() is [1, 0, 0]',
    'parts() ≈ [1, 0.01]',
    'half(2 / 3) ≈ 0.34',
    'half(2 / 3) ≈ 0.3334',
    'half(7) ≈ 3.49',
    '({ part: 1, rest: 2 }) ≈ { part: 1 }',
    'half(4) gives 2',
    'the half of 4 is 2',
  ])('fails for %s', async (example) => {
    await expect(expectClaim(example, names)).rejects.toThrow();
  });
});
