import { describe, expect, it } from 'vitest';
import { formatMinor, lineValueMinor } from './money.ts';

describe('money in minor units', () => {
  it('values a line, rounded half away from zero', () => {
    expect(lineValueMinor(480, 1.235)).toBe(59_280);
    expect([lineValueMinor(1, 1.005), lineValueMinor(-1, 1.005), lineValueMinor(0, 9)]).toEqual([101, -101, 0]);
  });

  it('writes two places always', () => {
    expect([formatMinor(59_280), formatMinor(-5), formatMinor(0)]).toEqual(['592.80', '-0.05', '0.00']);
  });
});
