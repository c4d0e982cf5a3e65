import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseOrigins } from './choose-origins.ts';

describe('chooseOrigins', () => {
  it('has six origins, the last one the judged periods before the end', () => {
    expect(chooseOrigins(83, 4, 8, 4, 6)).toEqual({ ends: [59, 63, 67, 71, 75, 79], judged: 4, overlap: 1 });
  });

  it('DEM-69 moves origins together where there is little history, and says how far their totals overlap', () => {
    expect(chooseOrigins(20, 4, 8, 4, 6)).toEqual({ ends: [11, 12, 13, 14, 15, 16], judged: 4, overlap: 4 });
    expect(chooseOrigins(15, 4, 8, 4, 6)).toEqual({ ends: [8, 9, 10, 11], judged: 4, overlap: 4 });
  });

  it('DEM-69 judges no more than a third of the series, and nothing where too few periods are known', () => {
    expect(chooseOrigins(30, 26, 8, 13, 6).judged).toBe(10);
    expect(chooseOrigins(8, 4, 8, 1, 6).ends).toEqual([]);
  });

  it('DEM-69 leaves at least the asked periods before every origin and the judged ones behind it', () => {
    const periods = fc.integer({ min: 1, max: 200 });
    const small = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(periods, small, small, small, fc.integer({ min: 2, max: 12 }), (all, protection, least, longestStep, most) => {
        const { ends, judged, overlap } = chooseOrigins(all, protection, least, longestStep, most);
        expect([ends.length <= most, judged >= 1 && judged <= protection, overlap >= 1]).toEqual([true, true, true]);
        if (ends.length === 0) return;
        expect([ends.at(-1), (ends[0] ?? 0) >= least]).toEqual([all - judged, true]);
        ends.slice(1).forEach((end, index) => {
          const step = end - (ends[index] ?? 0);
          expect(step >= 1 && step <= longestStep).toBe(true);
        });
      }),
    );
  });
});
