import { describe, expect, it } from 'vitest';
import { demandLineList } from '#core/contract/schemas.ts';
import type { HistoryExclusion } from '#core/model/scenario/fold-scenario.ts';
import type { PlaceHistory } from '#core/backend/store/cache-store.ts';
import { listDemandLines, mostListedLines } from './list-demand-lines.ts';

const planDay = 20_458;

type Line = PlaceHistory['lines'][number];

function line(ago: number, qty: number, more: Partial<Line> = {}): Line {
  const facts = { channel: null, customer_id: null, kind: null, ...more };
  return { item_id: 'A', site_id: 'DC', date: planDay - ago, qty, ...facts };
}

/** Twenty lines of 10, one a week. */
const usual = Array.from({ length: 20 }, (_, week) => line(7 * week + 3, 10, { customer_id: 'C1' }));

function history(lines: readonly Line[], exclusions: PlaceHistory['exclusions'] = []): PlaceHistory {
  return { planDay, lines: [...usual, ...lines], exclusions };
}

function exclusion(ago: number, qty: number): HistoryExclusion {
  const line = { itemId: 'A', siteId: 'DC', day: planDay - ago, qty, lines: 1 };
  return { kind: 'history.exclude', ...line, isExcluded: true, reason: 'project', owner: 'ada' };
}

describe('the demand lines of an item-location', () => {
  it('DEM-82 puts a flagged line first, with the usual size and the limit it exceeds', () => {
    const found = listDemandLines(history([line(50, 500, { channel: 'web', kind: 'sale' })]), []);
    expect(found).toMatchObject({ total: 21, flagged: 1, usualQty: 10 });
    expect(found.lines[0]).toEqual({
      ...{ day: planDay - 50, qty: 500, stream: 'sale', channel: 'web', customer: null },
      ...{ treatment: 'kept', excludedBy: null, reason: '', owner: '', partnerDay: null, alike: 1 },
      limitQty: expect.closeTo(451, 0) as number,
    });
    expect(found.lines.slice(1, 3).map(({ day }) => day)).toEqual([planDay - 3, planDay - 10]);
    expect(demandLineList.parse(found)).toEqual(found);
  });

  it('SCN-15 names who excludes a line and why, that of the data before that of the plan, and counts lines that are alike', () => {
    const word = {
      item_id: 'A',
      site_id: 'DC',
      date: planDay - 60,
      qty: 70,
      customer_id: 'C9',
      reason: 'typing error',
      excluded_by: 'mm',
    };
    const big = [line(60, 70, { customer_id: 'C9' }), line(60, 70), line(60, 70), line(61, 500)];
    const { lines, flagged } = listDemandLines(history(big, [word]), [exclusion(60, 70)]);
    const of60 = lines.filter(({ day }) => day === planDay - 60);
    expect(of60.map(({ treatment, excludedBy, reason, owner, alike }) => [treatment, excludedBy, reason, owner, alike])).toEqual([
      ['excluded', 'plan', 'project', 'ada', 2],
      ['excluded', 'plan', 'project', 'ada', 2],
      ['excluded', 'data', 'typing error', 'mm', 0],
    ]);
    expect([flagged, lines[2]?.qty]).toEqual([1, 500]);
  });

  it('DEM-80 and DEM-81 show a cancelled sale with its return, other returns, and nothing that is no demand', () => {
    const booked = [
      line(30, 80, { customer_id: 'C2' }),
      line(28, -80, { customer_id: 'C2' }),
      line(20, 4, { kind: 'return' }),
      line(20, 4, { kind: 'transfer' }),
      line(-1, 4),
    ];
    const { lines, total } = listDemandLines(history(booked), []);
    const shown = lines.filter(({ treatment }) => treatment !== 'kept');
    expect(total).toBe(23);
    expect(shown.map(({ qty, stream, treatment, partnerDay, alike }) => [qty, stream, treatment, partnerDay, alike])).toEqual([
      [4, 'return', 'returned', null, 0],
      [80, 'return', 'cancelled', planDay - 30, 0],
      [80, 'sale', 'cancelled', planDay - 28, 0],
    ]);
  });

  it('lists the newest where there are very many, and judges all', () => {
    const many = Array.from({ length: 3000 }, (_, index) => line(index + 200, 10));
    const found = listDemandLines(history([...many, line(5000, 500)]), []);
    expect([found.total, found.lines.length, found.flagged]).toEqual([3021, mostListedLines, 1]);
    expect([found.lines[0]?.qty, found.lines[1]?.day]).toEqual([500, planDay - 3]);
  });

  it('has nothing to show of an item-location that is not in the data', () => {
    const nothing = { lines: [], total: 0, flagged: 0, usualQty: null };
    expect(listDemandLines({ planDay, lines: [], exclusions: [] }, [])).toEqual(nothing);
  });
});
