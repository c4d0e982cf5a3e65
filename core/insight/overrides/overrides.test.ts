import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { knownDemand } from './known-demand.ts';
import { summariseOverrides } from './summarise-overrides.ts';
import { valueAddedOfOverrides } from './value-added-of-overrides.ts';

const monday = 20458; // 2026-01-05

/** Weeks of 70, 140, unknown, 105 and 14 pieces, the last one before Monday; item A costs 2, B sells for 10. */
async function frameOn(planDay: number): Promise<Frame> {
  const weeks = [70, 140, 0, 105, 14];
  const history = weeks.flatMap((qty, week) => {
    const date = monday - 7 * (weeks.length - week);
    return ['A', 'B'].map((item_id) => ({ item_id, site_id: 'DC', date, qty, kind: 'sale' as const }));
  });
  const tables = {
    sites: [{ site_id: 'DC' }],
    items: [
      { item_id: 'A', cost: 2 },
      { item_id: 'B', price: 10 },
    ],
    demand_history: history,
    stockouts: ['A', 'B'].map((item_id) => ({ item_id, site_id: 'DC', from_date: monday - 21, to_date: monday - 15 })),
  };
  return openFrame(await buildFrame(createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, tables), 1));
}

function typed(weekDay: number, statisticalQty: number, qty: number, more: Partial<ForecastOverride> = {}): ForecastOverride {
  const why = { reason: 'trade fair', owner: 'ada', expiresOn: null };
  return { kind: 'forecast.set', itemId: 'A', siteId: 'DC', weekDay, qty, statisticalQty, ...why, ...more };
}

describe('knownDemand', () => {
  it('SCN-12 reads weeks of the history, and days of two weeks by their share', async () => {
    const frame = await frameOn(monday);
    expect(knownDemand(frame, 0, monday - 35)).toBe(70);
    expect(knownDemand(frame, 0, monday - 32)).toBe(100);
    expect(knownDemand(frame, 0, monday - 7)).toBe(14);
    expect([monday - 36, monday - 6, monday].map((day) => knownDemand(frame, 0, day))).toEqual([null, null, null]);
  });

  it('SCN-12 does not know weeks without stock', async () => {
    const frame = await frameOn(monday);
    expect([monday - 27, monday - 21, monday - 15].map((day) => knownDemand(frame, 0, day))).toEqual([null, null, null]);
  });
});

describe('valueAddedOfOverrides', () => {
  it('SCN-13 holds what was typed against the demand, the naive and the statistical forecast', async () => {
    const [nearer, farther, behindGap] = valueAddedOfOverrides(await frameOn(monday), [
      typed(monday - 28, 90, 130),
      typed(monday - 7, 20, 35),
      typed(monday - 14, 90, 105),
    ]);
    expect(nearer?.measured).toEqual({ actual: 140, naive: 70, statistical: 90, typed: 130, gain: 40 });
    expect(farther?.measured).toEqual({ actual: 14, naive: 105, statistical: 20, typed: 35, gain: -15 });
    expect(behindGap?.measured).toEqual({ actual: 105, naive: 140, statistical: 90, typed: 105, gain: 15 });
  });

  it('SCN-12 measures none that goes on, expired before its week, whose demand is unknown or has none known before it', async () => {
    const outcomes = valueAddedOfOverrides(await frameOn(monday), [
      typed(monday, 20, 35),
      typed(monday - 7, 20, 35, { expiresOn: monday - 8 }),
      typed(monday - 21, 20, 35),
      typed(monday - 35, 20, 35),
      typed(monday - 7, 20, 35, { itemId: 'gone' }),
    ]);
    expect(outcomes.map(({ state, measured }) => [state, measured])).toEqual([
      ['inForce', null],
      ['expired', null],
      ['past', null],
      ['past', null],
      ['past', null],
    ]);
  });

  it('SCN-12 waits for the history, which ends with a week', async () => {
    const onThursday = valueAddedOfOverrides(await frameOn(monday + 3), [typed(monday - 4, 20, 35), typed(monday - 7, 20, 35)]);
    expect(onThursday.map(({ state, measured }) => [state, measured?.actual])).toEqual([
      ['past', undefined],
      ['past', 14],
    ]);
  });
});

describe('summariseOverrides', () => {
  it('SCN-14 weighs errors by value, and counts by owner', async () => {
    const frame = await frameOn(monday);
    const ben = { owner: 'ben' };
    const outcomes = valueAddedOfOverrides(frame, [
      typed(monday - 28, 90, 130),
      typed(monday - 7, 20, 35, { itemId: 'B' }),
      typed(monday - 7, 20, 20),
      typed(monday + 7, 20, 35, ben),
      typed(monday + 7, 20, 35, { ...ben, expiresOn: monday - 1 }),
    ]);
    const [ada, other] = summariseOverrides(frame, outcomes, ({ override }) => override.owner);
    const demand = 2 * 140 + 10 * 14 + 2 * 14;
    expect(ada).toMatchObject({ key: 'ada', overrides: 3, inForce: 0, expired: 0, measured: 3, nearer: 1, farther: 1 });
    const naiveError = (2 * 70 + 10 * 91 + 2 * 91) / demand;
    const statisticalError = (2 * 50 + 10 * 6 + 2 * 6) / demand;
    const typedError = (2 * 10 + 10 * 21 + 2 * 6) / demand;
    expect(ada?.valueAdded).toEqual({
      naiveError,
      statisticalError,
      typedError,
      statisticalGain: naiveError - statisticalError,
      typedGain: statisticalError - typedError,
      typedBias: (-2 * 10 + 10 * 21 + 2 * 6) / demand,
    });
    expect(other).toEqual({
      ...{ key: 'ben', overrides: 2, inForce: 1, expired: 1, measured: 0, nearer: 0, farther: 0 },
      valueAdded: null,
    });
  });
});
