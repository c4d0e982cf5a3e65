import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { buildFrame } from './build-frame.ts';
import { openFrame } from './open-frame.ts';
import { textAt } from './text-columns.ts';

const planDay = 20_458;
const masters: MemoryTables = {
  sites: [{ site_id: 'DC' }],
  items: [{ item_id: 'A', family: 'PUMPS' }, { item_id: 'B' }],
  stock: ['A', 'B'].map((item_id) => ({ item_id, site_id: 'DC', qty: 1 })),
  demand_history: [{ item_id: 'A', site_id: 'DC', date: planDay - 14, qty: 1 }],
};
const everywhere = { item_id: '*', site_id: '*', days: 7 };

async function eventsOf(events: MemoryTables['events']): Promise<unknown[][]> {
  const source = createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, { ...masters, events: events ?? [] });
  const frame = openFrame(await buildFrame(source, 1));
  const textOf = (at: number) => [
    textAt({ bytes: frame.eventIdBytes, ends: frame.eventIdEnds }, at),
    textAt({ bytes: frame.eventNameBytes, ends: frame.eventNameEnds }, at),
  ];
  return [0, 1].map((node) =>
    Array.from({ length: (frame.eventStart[node + 1] ?? 0) - (frame.eventStart[node] ?? 0) }, (_, at) => {
      const row = (frame.eventStart[node] ?? 0) + at;
      const when = [(frame.eventDay[row] ?? 0) - planDay, frame.eventDays[row], frame.eventFactor[row]];
      return [...textOf(frame.eventCode[row] ?? 0), ...when];
    }),
  );
}

describe('the events of a frame', () => {
  it('FRM-21 are those of the most specific row for each event and start, by day', async () => {
    const events = [
      { ...everywhere, event_id: 'SALE', start_date: planDay + 7, factor: 1.5 },
      { ...everywhere, event_id: 'SALE', start_date: planDay - 7 },
      { ...everywhere, event_id: 'SALE', start_date: planDay + 7, item_id: 'family:PUMPS', factor: 2, name: 'Spring sale' },
      { ...everywhere, event_id: 'FAIR', start_date: planDay, item_id: 'B', days: 2 },
    ];
    const expected = [
      [
        ['SALE', 'Spring sale', -7, 7, NaN],
        ['SALE', 'Spring sale', 7, 7, 2],
      ],
      [
        ['SALE', 'Spring sale', -7, 7, NaN],
        ['FAIR', '', 0, 2, NaN],
        ['SALE', 'Spring sale', 7, 7, 1.5],
      ],
    ];
    expect(await eventsOf(events)).toEqual(expected);
    expect(await eventsOf(events.toReversed())).toEqual(expected);
  });

  it('FRM-21 lie in the history or before the end of the forecast', async () => {
    const at = (start_date: number) => ({ ...everywhere, event_id: `E${start_date - planDay}`, start_date });
    const [events] = await eventsOf([at(planDay - 21), at(planDay - 20), at(planDay + 27), at(planDay + 28)]);
    expect(events?.map((event) => (event as unknown[])[0])).toEqual(['E-20', 'E27']); // rows as made above
    expect(await eventsOf([])).toEqual([[], []]);
  });
});
