import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCandidate, recordCandidate } from './judge-candidates.ts';

const record = (...errors: readonly number[]) => recordCandidate(Float64Array.from(errors));
const errorList = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 });

describe('recordCandidate', () => {
  it('DEM-70 ranks by the mean square plus the squared bias', () => {
    const { bias, error, loss } = record(3, 1, -1, 1);
    expect([bias, error, loss]).toEqual([1, Math.sqrt(3), 4]);
  });

  it('is 0 without errors', () => {
    const { bias, error, loss } = record();
    expect([bias, error, loss]).toEqual([0, 0, 0]);
  });
});

describe('chooseCandidate', () => {
  it('keeps the combination where errors are equal', () => {
    expect(chooseCandidate([record(2, -2, 2, -2), record(2, -2, 2, -2)], 1, 1)).toBe(1);
  });

  it('DEM-71 takes a candidate that was better at every origin', () => {
    expect(chooseCandidate([record(1, -1, 2, -2), record(9, -9, 10, -10), record(8, -8, 9, -9)], 2, 1)).toBe(0);
  });

  it('DEM-71 keeps the combination where one lucky origin makes the difference', () => {
    expect(chooseCandidate([record(5, -5, 5, 0), record(5, -5, 5, 40)], 1, 1)).toBe(1);
  });

  it("DEM-71 asks for the 97.5 % quantile of Student's t: 3.1824 standard errors of four gains", () => {
    // Gains of squared errors: mean 10, deviation s, so the limit is at 10 = t·s/2.
    const deviation = (2 * 10) / 3.182446;
    const gainsOf = (spread: number) => [1, -1, 1, -1].map((sign) => 10 + sign * spread * Math.sqrt(3 / 4));
    const chosenWith = (spread: number) =>
      chooseCandidate(
        [record(0, 0, 0, 0), record(...gainsOf(spread).map((gain, at) => (at < 2 ? 1 : -1) * Math.sqrt(gain)))],
        1,
        1,
      );
    expect([chosenWith(deviation * 0.999), chosenWith(deviation * 1.001)]).toEqual([0, 1]);
  });

  it('DEM-71 asks for more where totals overlap, and decides nothing on three origins', () => {
    const better = record(1, -1, 2, -2, 1, -1);
    const kept = record(4, -5, 3, -6, 2, -4);
    expect([1, 6].map((overlap) => chooseCandidate([better, kept], 1, overlap))).toEqual([0, 1]);
    expect(chooseCandidate([record(0, 0, 0), record(9, 9, 9)], 1, 1)).toBe(1);
  });

  it('DEM-71 never takes a candidate of greater loss, and judges alike in any unit', () => {
    fc.assert(
      fc.property(fc.array(errorList, { minLength: 2, maxLength: 5 }), fc.constantFrom(1, 4), (all, overlap) => {
        const records = all.map((errors) => record(...errors));
        const chosen = chooseCandidate(records, 0, overlap);
        expect(records[chosen]?.loss).toBeLessThanOrEqual(records[0]?.loss ?? 0);
        const doubled = all.map((errors) => record(...errors.map((error) => 2 * error)));
        expect(chooseCandidate(doubled, 0, overlap)).toBe(chosen);
      }),
    );
  });
});
