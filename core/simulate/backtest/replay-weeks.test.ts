import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayWeeks, type ReplayPolicy } from './replay-weeks.ts';

function always(weeks: number, level: number, leadWeeks = 1): ReplayPolicy {
  const levels = new Float64Array(weeks + 1).fill(level);
  return { orderUpTo: levels, reorderAt: levels, leadWeeks, minimum: 0, multiple: 1 };
}

describe('replayWeeks', () => {
  it('SIM-40 serves waiting demand first and orders up to the level at the end of the week', () => {
    expect(replayWeeks(Float64Array.of(2, 2), always(2, 3))).toEqual({
      demanded: 4,
      filled: 4,
      stockWeeks: 2,
      orders: 2,
      shortWeeks: 0,
    });
    // Lead of two weeks: the third week finds 3 - 2 - 2 = -1, so one waits and only what arrived (2) less that one serves.
    expect(replayWeeks(Float64Array.of(2, 2, 2), always(3, 3, 2))).toEqual({
      demanded: 6,
      filled: 4,
      stockWeeks: 1,
      orders: 3,
      shortWeeks: 2,
    });
  });

  it('SIM-40 orders at the reorder point only, in multiples and not below the minimum', () => {
    const policy = { ...always(3, 10), reorderAt: new Float64Array(4).fill(4), minimum: 12, multiple: 5 };
    expect(replayWeeks(Float64Array.of(3, 3, 3), policy)).toMatchObject({ orders: 1, filled: 9 });
  });

  it('SIM-41 does not count the weeks before', () => {
    expect(replayWeeks(Float64Array.of(2, 2, 2), always(3, 3), 2)).toMatchObject({ demanded: 2, filled: 2, stockWeeks: 1 });
  });

  it('never serves less with a higher level, and never more than was asked', () => {
    const weeks = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weeks, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 5 }), (demand, level, lead) => {
        const asked = Float64Array.from(demand);
        const low = replayWeeks(asked, always(demand.length, level, lead));
        const high = replayWeeks(asked, always(demand.length, level + 5, lead));
        expect(high.filled).toBeGreaterThanOrEqual(low.filled);
        expect(low.filled).toBeLessThanOrEqual(low.demanded);
      }),
    );
  });
});
