import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { eventBeliefs, eventLessons } from './event-lessons.ts';
import { nodeEventEffects } from './node-event-effects.ts';

const planDay = 20_458; // Monday 2026-01-05
const weeks = 26;

/** Items whose weekly demand is given, the last week last, with events for all of them. */
async function frameOf(series: readonly (readonly number[])[], events: MemoryTables['events']): Promise<Frame> {
  const items = series.map((_, item) => ({ item_id: `I${String(item).padStart(3, '0')}` }));
  const demand_history = series.flatMap((values, item) =>
    values.map((qty, week) => ({ ...items[item], site_id: 'DC', date: planDay - 7 * (values.length - week), qty })),
  );
  const tables = { sites: [{ site_id: 'DC' }], items, demand_history, events: events ?? [] };
  return openFrame(await buildFrame(createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, tables), 1));
}

function sale(week: number, more: object = {}): NonNullable<MemoryTables['events']> extends Iterable<infer Row> ? Row : never {
  return { event_id: 'SALE', item_id: '*', site_id: '*', start_date: planDay + 7 * week, days: 7, ...more };
}

function historyOf(frame: Frame, node: number): Float64Array {
  return Float64Array.from(frame.historyQty.subarray(node * weeks, (node + 1) * weeks));
}

const steady = Array.from({ length: weeks }, (_, week) => (week === 13 ? 30 : 10));

describe('nodeEventEffects', () => {
  it('DEM-86 to DEM-88 takes the weeks of an event out of the history and multiplies those to come', async () => {
    const frame = await frameOf([steady], [sale(13 - weeks), sale(1), sale(2, { days: 14, factor: 1.5 })]);
    const effects = nodeEventEffects(frame, 0, historyOf(frame, 0), [], 4);
    expect([effects?.baseline[12], effects?.baseline[13]]).toEqual([10_000, NaN]);
    expect([...(effects?.multipliers ?? [])]).toEqual([1, 3, 1.5, 1.5]);
    expect(effects?.factors.get(0)).toEqual({ factor: 3, own: 3, error: 0, weight: 1 });
    expect(eventLessons(frame, 0, 1)).toEqual([{ event: 0, factor: 3, error: 0.05 }]);
  });

  it('DEM-88 multiplies by what is believed where the event has never been', async () => {
    const frame = await frameOf([steady], [sale(0, { days: 3 })]);
    const multipliers = nodeEventEffects(frame, 0, historyOf(frame, 0), [{ factor: 8 }], 2)?.multipliers;
    expect([...(multipliers ?? [])]).toEqual([4, 1]);
    expect([...(nodeEventEffects(frame, 0, historyOf(frame, 0), [], 2)?.multipliers ?? [])]).toEqual([1, 1]);
  });

  it('has nothing to say of a node without events', async () => {
    const frame = await frameOf([steady], []);
    expect(nodeEventEffects(frame, 0, historyOf(frame, 0), [], 2)).toBeUndefined();
  });
});

describe('eventBeliefs', () => {
  it('DEM-89 is no effect without lessons, and little of one that is uncertain', () => {
    expect(eventBeliefs([], 2)).toEqual([
      { factor: 1, deviation: 1 },
      { factor: 1, deviation: 1 },
    ]);
    expect(eventBeliefs([{ event: 1, factor: 3, error: 1 }], 2)[1]).toEqual({ factor: 1.5, deviation: 1 });
    const [apart] = eventBeliefs(
      [2, 4].map((factor) => ({ event: 0, factor, error: 0.1 })),
      1,
    );
    expect([apart?.factor, apart?.deviation]).toEqual([expect.closeTo(2, 9), expect.closeTo(Math.sqrt(1.97), 9)]);
  });

  it('DEM-89 learns from all nodes what no single one can tell', async () => {
    const random = createRandom(3);
    const series = Array.from({ length: 200 }, () =>
      Array.from({ length: weeks }, (_, week) => random.poisson(week === 13 ? 9 : 3)),
    );
    const frame = await frameOf(series, [sale(13 - weeks), sale(1)]);
    const lessons = eventLessons(frame, 0, frame.meta.nodes);
    const halves = [...eventLessons(frame, 0, 100), ...eventLessons(frame, 100, frame.meta.nodes)];
    expect(halves).toEqual(lessons);
    const [belief] = eventBeliefs(lessons, 1);
    expect(Math.abs((belief?.factor ?? 0) - 3)).toBeLessThan(0.35);
    // Single nodes lie far apart by chance; leaning on all of them they come nearer to what is true.
    const offBy = (beliefs: Parameters<typeof nodeEventEffects>[3]) =>
      Array.from({ length: 200 }, (_, node) =>
        Math.abs((nodeEventEffects(frame, node, historyOf(frame, node), beliefs, 4)?.multipliers[1] ?? 0) - 3),
      ).reduce((sum, error) => sum + error / 200, 0);
    expect(offBy([belief ?? {}])).toBeLessThan(offBy([]) / 2);
  });
});
