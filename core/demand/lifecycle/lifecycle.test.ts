import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { credibility } from './credibility.ts';
import { forecastNewItem } from './forecast-new-item.ts';
import { joinPredecessor } from './join-predecessor.ts';
import { joinSuperseded } from './join-superseded.ts';
import { launchLevel } from './launch-level.ts';
import { seriesLife } from './series-life.ts';
import { withoutPredecessor } from './without-predecessor.ts';

const noProfile = new Float64Array();

describe('seriesLife', () => {
  it('DEM-90 trims what lies before the first demand and counts what is known', () => {
    expect(seriesLife(Float64Array.of(0, 5, NaN, 5, 0), { newPeriods: 3 })).toEqual({
      stage: 'active',
      trimmed: 1,
      unknown: 1,
      demands: 2,
      silence: 1,
      interval: 1,
    });
    expect(seriesLife(Float64Array.of(0, 0, 0, 5, 6), { newPeriods: 3 })).toMatchObject({ stage: 'new', trimmed: 3 });
    expect(seriesLife(Float64Array.of(0, NaN, 0), { newPeriods: 3 })).toMatchObject({ stage: 'unsold', trimmed: 3, unknown: 0 });
  });

  it('DEM-90 does not take an item for ended while there is nothing to sell', () => {
    const sold = [5, 0, 5, 0, 5];
    const unknown = new Array<number>(9).fill(NaN);
    expect(seriesLife(Float64Array.of(...sold, ...unknown), { newPeriods: 3 }).stage).toBe('active');
    expect(seriesLife(Float64Array.of(...sold, ...unknown.map(() => 0)), { newPeriods: 3 }).stage).toBe('ended');
    expect(seriesLife(Float64Array.of(5, NaN, NaN, NaN, 5), { newPeriods: 3 }).stage).toBe('active');
  });
});

describe('credibility', () => {
  it('DEM-91 is that of Loss Models, example of two policyholders (Klugman, Panjer and Willmot)', () => {
    const { mean, within, between, hold } = credibility([Float64Array.of(3, 5, 7), Float64Array.of(6, 12, 9)]);
    expect([mean, within]).toEqual([7, 6.5]);
    expect([between, hold]).toEqual([expect.closeTo(5.8333, 4), expect.closeTo(1.1143, 4)]);
    // Their estimates: 5.54 and 8.46 by a factor of 0.729.
    const estimate = (own: number) => (3 / (3 + hold)) * own + (hold / (3 + hold)) * mean;
    expect([estimate(5), estimate(9)]).toEqual([expect.closeTo(5.54, 2), expect.closeTo(8.46, 2)]);
  });

  it('DEM-91 weighs series by their length, passes over what is unknown, and trusts the family where items do not differ', () => {
    const whole = credibility([Float64Array.of(3, 5, 7), Float64Array.of(6, 12, 9)]);
    const gaps = credibility([Float64Array.of(3, NaN, 5, 7), Float64Array.of(6, 12, 9, NaN), Float64Array.of(NaN)]);
    expect(gaps).toEqual(whole);
    expect(credibility([Float64Array.of(4, 6), Float64Array.of(6, 4)])).toMatchObject({ mean: 5, between: 0, hold: Infinity });
    expect(credibility([Float64Array.of(4), Float64Array.of(6)]).hold).toBe(Infinity);
    expect(credibility([])).toEqual({ mean: 0, within: 0, between: 0, hold: Infinity });
    expect(credibility([Float64Array.of(4, 6, 5, 5), Float64Array.of(9, 11)]).mean).toBeCloseTo(40 / 6, 12);
  });
});

describe('launchLevel', () => {
  it('DEM-91 is the mean of the first known periods of an item', () => {
    expect(launchLevel(Float64Array.of(0, 6, NaN, 2, 40), 2)).toBe(4);
    expect([launchLevel(Float64Array.of(0, 6), 2), launchLevel(Float64Array.of(0, NaN), 1)]).toEqual([NaN, NaN]);
  });
});

describe('forecastNewItem', () => {
  const item = { own: noProfile, analogue: 9, hold: 4, profile: noProfile, phase: 0, horizon: 2 };

  it('DEM-92 forecasts what it is likened to, and believes the item more with every period', () => {
    expect(forecastNewItem(item)).toEqual({ mean: Float64Array.of(9, 9), level: 9, ownLevel: NaN, ownShare: 0 });
    const { level, ownLevel, ownShare } = forecastNewItem({ ...item, own: Float64Array.of(2, 4) });
    expect([level, ownLevel, ownShare]).toEqual([7, 3, 1 / 3]);
    expect(forecastNewItem({ ...item, own: Float64Array.of(2, NaN, 4, NaN) }).level).toBe(7);
    expect(forecastNewItem({ ...item, own: Float64Array.of(2, 4), hold: Infinity }).level).toBe(9);
    expect(forecastNewItem({ ...item, own: Float64Array.of(2, 4), hold: 0 }).level).toBe(3);
    expect(forecastNewItem({ ...item, own: Float64Array.of(NaN), hold: 0 }).level).toBe(9);
  });

  it('DEM-92 reads its own periods by the season of its family', () => {
    const profile = Float64Array.of(0.5, 1.5, 1, 1);
    const found = forecastNewItem({ ...item, own: Float64Array.of(15, 10), profile, phase: 1, horizon: 3, hold: 0 });
    expect([found.level, ...found.mean]).toEqual([10, 10, 5, 15]);
    expect([...forecastNewItem({ ...item, profile, phase: 3, horizon: 3 }).mean]).toEqual([9, 4.5, 13.5]);
  });
});

describe('joinPredecessor', () => {
  it('DEM-93 adds up, and asks for the one that was sold', () => {
    expect([...joinPredecessor(Float64Array.of(NaN, 0, 4), Float64Array.of(5, NaN, NaN), 2)]).toEqual([5, NaN, 4]);
    expect([...joinPredecessor(Float64Array.of(0, 1, NaN), Float64Array.of(5, 6, 7), 1.5, 10)]).toEqual([50, 61, NaN]);
  });

  it('DEM-93 loses nothing that is known', () => {
    const weeks = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1 });
    fc.assert(
      fc.property(weeks, fc.nat(9), (pairs, takeOver) => {
        const [own, old] = [Float64Array.from(pairs, ([one]) => one), Float64Array.from(pairs, ([, other]) => other)];
        const total = pairs.reduce((sum, [one, other]) => sum + one + other, 0);
        expect(joinPredecessor(own, old, takeOver).reduce((sum, value) => sum + value, 0)).toBe(total);
      }),
    );
  });
});

describe('joinSuperseded', () => {
  const planDay = 20_458;

  /** Items sold in the two last weeks, and their rows of joined history by id. */
  async function joinedOf(items: MemoryTables['items'], sold: Readonly<Record<string, readonly [number, number]>>) {
    const lines = Object.entries(sold).flatMap(([item_id, weeks]) =>
      weeks.map((qty, week) => ({ item_id, site_id: 'DC', date: planDay - 14 + 7 * week, qty })),
    );
    const tables = { sites: [{ site_id: 'DC' }], items: items ?? [], demand_history: lines };
    const source = createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, tables);
    const frame = openFrame(await buildFrame(source, 1));
    const joined = joinSuperseded(frame, 0, frame.meta.nodes);
    const ids = [...(items ?? [])].map((item) => item.item_id ?? '').sort();
    const rows = [...frame.nodeItem].map((item, node) => [ids[item] ?? '', [...joined.subarray(2 * node, 2 * node + 2)]]);
    return { rows: Object.fromEntries(rows) as Record<string, number[]>, isFrames: joined.buffer === frame.buffer };
  }

  it('DEM-94 gives an item that has taken over the history of the one it replaced, along a chain', async () => {
    const items = [
      { item_id: 'A', successor_id: 'B', successor_from: planDay - 100 },
      { item_id: 'B', successor_id: 'C', successor_from: planDay - 7 },
      { item_id: 'C', decimals: 1 },
    ];
    const { rows } = await joinedOf(items, { A: [1, 0], B: [9, 2], C: [0, 8] });
    expect(rows).toEqual({ A: [1000, 0], B: [10_000, 2000], C: [100_000, 100_000] });
  });

  it('DEM-94 leaves items alone whose successor takes over later', async () => {
    const items = [{ item_id: 'A', successor_id: 'B', successor_from: planDay + 1 }, { item_id: 'B' }];
    const { rows, isFrames } = await joinedOf(items, { A: [1, 2], B: [3, 4] });
    expect([rows, isFrames]).toEqual([{ A: [1000, 2000], B: [3000, 4000] }, true]);
  });

  it('DEM-94 forecasts both together once', () => {
    expect([...withoutPredecessor(Float64Array.of(9, 9), Float64Array.of(2, 10))]).toEqual([7, 0]);
  });
});
