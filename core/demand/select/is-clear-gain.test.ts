import { describe, expect, it } from 'vitest';
import { isClearGain } from './is-clear-gain.ts';

describe('isClearGain', () => {
  it('tells a steady gain from chance', () => {
    expect([isClearGain([3, 4, 3, 4]), isClearGain([9, -5, 8, -4])]).toEqual([true, false]);
  });

  it('asks for more where gains lie over each other', () => {
    const gains = [1, 2, 3, 2];
    expect([isClearGain(gains), isClearGain(gains, 6)]).toEqual([true, false]);
  });
});
