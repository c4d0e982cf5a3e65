import { describe, expect, it } from 'vitest';
import { always, commonDays, daysNotIn, isValidOn } from './valid-days.ts';

describe('valid days', () => {
  it('FRM-12 have both ends', () => {
    expect([commonDays({ from: 1, to: 5 }, { from: 4, to: 9 }), commonDays({ from: 1, to: 3 }, { from: 4, to: 9 })]).toEqual([
      { from: 4, to: 5 },
      undefined,
    ]);
    expect([isValidOn(always, 0), isValidOn({ from: 1, to: 2 }, 2), isValidOn({ from: 1, to: 2 }, 3)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('FRM-12 leave gaps between and around them', () => {
    expect(daysNotIn([{ from: 3, to: 5 }])).toEqual([
      { from: -Infinity, to: 2 },
      { from: 6, to: Infinity },
    ]);
    const overlapping = [
      { from: 9, to: 12 },
      { from: -Infinity, to: 8 },
      { from: 3, to: 4 },
      { from: 14, to: 13 },
    ];
    expect([daysNotIn(overlapping), daysNotIn([always]), daysNotIn([])]).toEqual([[{ from: 13, to: Infinity }], [], [always]]);
  });
});
