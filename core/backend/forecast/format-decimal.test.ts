import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from './format-decimal.ts';

describe('formatDecimal', () => {
  it('FCT-4 writes numbers of every size without an exponent', () => {
    expect([0, -0, 7, 0.1, 1 / 3, 1e-7, 1e-20, 1234567.25, 2.5e21, -0.5, 999999999999.96].map(formatDecimal)).toEqual([
      '0',
      '0',
      '7',
      '0.1',
      '0.333333333333',
      '0.0000001',
      '0',
      '1234567.25',
      '2500000000000000000000',
      '-0.5',
      '1000000000000',
    ]);
  });

  it('FCT-4 keeps eleven digits of any number it does not call 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e21, noNaN: true }), (value) => {
        const text = formatDecimal(value);
        expect(text).toMatch(/^\d+(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(value * 1e-11);
      }),
    );
  });
});
