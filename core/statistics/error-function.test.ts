import { describe, expect, it } from 'vitest';
import {
  complementaryErrorFunction,
  errorFunction,
  expOfMinusSquare,
  scaledComplementaryErrorFunction,
} from './error-function.ts';

const relative = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('error function', () => {
  it.each([
    [errorFunction(0.5), 0.5204998778130465],
    [complementaryErrorFunction(2), 0.004677734981047266],
    [complementaryErrorFunction(10), 2.0884875837625446e-45],
    [complementaryErrorFunction(-2), 2 - 0.004677734981047266],
    [scaledComplementaryErrorFunction(2), 0.2553956763105057],
    [expOfMinusSquare(3), 0.00012340980408667956],
  ])('STA-1 %f is %f to the last digits (computed with 40 digits)', (found, expected) => {
    expect(relative(found, expected)).toBeLessThan(1e-15);
  });

  it('is odd, and ends at 1', () => {
    expect(errorFunction(-0.7)).toBe(-errorFunction(0.7));
    expect([errorFunction(0), errorFunction(Infinity), errorFunction(-Infinity)]).toEqual([0, 1, -1]);
    expect(complementaryErrorFunction(Infinity)).toBe(0);
  });
});
