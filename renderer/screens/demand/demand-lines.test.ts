import { describe, expect, it } from 'vitest';
import { demandLineColumns } from './demand-line-columns.ts';
import { areAllExcluded, canExclude, exclusionChanges, type DemandLine } from './exclude-lines.ts';
import { withExcludedWeeks } from './excluded-weeks.ts';

const terms = { itemId: 'A', siteId: 'DC', reason: 'project', owner: 'ada' };
const firstDay = 20_304;
const frame = { meta: { historyFirstDay: firstDay, historyWeeks: 20 } } as Parameters<typeof withExcludedWeeks>[1]; // what is read of it

function line(day: number, qty: number, more: Partial<DemandLine> = {}): DemandLine {
  const facts = { stream: 'sale', channel: null, customer: null, treatment: 'kept', alike: 1 } as const;
  return { day, qty, ...facts, excludedBy: null, reason: '', owner: '', partnerDay: null, limitQty: null, ...more };
}

describe('DSK-29 demand lines', () => {
  it('are excluded together where they are alike, and counted again where all of them are excluded', () => {
    const out = line(firstDay, 900, { treatment: 'excluded', excludedBy: 'plan' });
    const twin = line(firstDay + 1, 70, { alike: 2 });
    expect(exclusionChanges([twin, twin, out], terms)).toEqual([
      { kind: 'history.exclude', ...terms, day: firstDay + 1, qty: 70, lines: 2, isExcluded: true },
    ]);
    expect(exclusionChanges([out], terms)).toEqual([
      { kind: 'history.exclude', ...terms, day: firstDay, qty: 900, lines: 1, isExcluded: false, reason: '' },
    ]);
    expect([areAllExcluded([out]), areAllExcluded([out, twin]), areAllExcluded([])]).toEqual([true, false, false]);
  });

  it('can be excluded only where the forecast counts them', () => {
    const days = [firstDay - 1, firstDay, firstDay + 139, firstDay + 140];
    expect(days.map((day) => canExclude(frame, line(day, 5)))).toEqual([false, true, true, false]);
    expect(canExclude(frame, line(firstDay, 5, { treatment: 'cancelled', alike: 0 }))).toBe(false);
  });

  it('say what became of them, and how many times the usual line they are', () => {
    const lines = [
      line(firstDay, 500, { limitQty: 451 }),
      line(firstDay, 10),
      line(firstDay, 80, { treatment: 'cancelled', partnerDay: 20_310 }),
      line(firstDay, 4, { treatment: 'returned', stream: 'return' }),
      line(firstDay, 900, { treatment: 'excluded', excludedBy: 'plan', reason: 'project', owner: 'ada' }),
      line(firstDay, 901, { treatment: 'excluded', excludedBy: 'data' }),
    ];
    const columns = demandLineColumns({ lines, total: 6, flagged: 1, usualQty: 10 }, 0, 'pcs');
    const shown = (id: string): readonly string[] => {
      const column = columns.find((each) => each.id === id);
      return lines.map((_, row) => column?.textAt(row) ?? '');
    };
    expect(shown('state')).toEqual([
      'counts, unusual above 451',
      'counts',
      'cancelled with Sun 10 Aug 25',
      'return, lowers no demand',
      'excluded',
      'excluded by the data',
    ]);
    expect(shown('times')).toEqual(['50', '1', '8', '0.4', '90', '90.1']);
    const qty = columns.find(({ id }) => id === 'qty');
    expect(lines.map((_, row) => [qty?.isMarkedAt?.(row, 'unusual'), qty?.isMarkedAt?.(row, 'excluded')])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
      [false, true],
      [false, true],
    ]);
  });

  it('are taken out of the weeks of the chart, which keeps what they were', () => {
    const history = [7, null, 907];
    const days = { days: [], statistical: [], inForce: [], low: null, high: null, typed: [], decimals: 0 };
    const series = { historyDays: [119, 126, 133].map((day) => firstDay + day), history, ...days };
    const weeks = [3, 18, 19].map((week) => ({ week, grains: 900_000 }));
    const drawn = withExcludedWeeks(series, frame, 4, new Map([[4, weeks]]));
    expect([drawn.history, drawn.excluded]).toEqual([[7, null, 7], [{ week: 2, value: 907 }]]);
    expect(withExcludedWeeks(series, frame, 5, new Map([[4, weeks]]))).toBe(series);
  });
});
