import { expect, it } from 'vitest';
import { toShared } from './to-shared.ts';

it('copies bytes into shared memory once', () => {
  const shared = toShared(Uint8Array.of(7).buffer);
  expect(new Uint8Array(shared)[0]).toBe(7);
  expect(toShared(shared)).toBe(shared);
});
