import { describe, expect, it } from 'vitest';
import { foldScenario } from './fold-scenario.ts';
import type { FirmOrder, ScenarioChange } from './scenario-record.ts';

const order: FirmOrder = {
  id: 'o1',
  origin: 'override',
  kind: 'buy',
  itemId: 'A',
  siteId: 'HUB',
  sourceId: 'S1',
  orderDay: 100,
  shipDay: 100,
  receiptDay: 110,
  qty: 480,
  proposedQty: 500,
  reason: '',
};

function parameter(field: 'moq' | 'multiple', value: number | null): ScenarioChange {
  return { kind: 'parameter.set', itemId: 'A', siteId: 'HUB', field, value, reason: '' };
}

function forecast(weekDay: number, qty: number | null, siteId = 'HUB'): ScenarioChange {
  const why = { reason: 'trade fair', owner: 'ada', expiresOn: null };
  return { kind: 'forecast.set', itemId: 'A', siteId, weekDay, qty, statisticalQty: 40, ...why };
}

function exclude(day: number, qty: number, isExcluded = true, siteId = 'HUB'): ScenarioChange {
  const line = { itemId: 'A', siteId, day, qty, lines: 1 };
  return { kind: 'history.exclude', ...line, isExcluded, reason: isExcluded ? 'project' : '', owner: 'ada' };
}

describe('foldScenario', () => {
  it('SCN-1 keeps the last quantity typed for an order', () => {
    const folded = foldScenario([
      { kind: 'order.firm', order },
      { kind: 'order.firm', order: { ...order, qty: 600 } },
    ]);
    expect(folded.firmOrders).toEqual([{ ...order, qty: 600 }]);
  });

  it('SCN-2 drops a withdrawn order and ignores the withdrawal of an unknown one', () => {
    const folded = foldScenario([
      { kind: 'order.firm', order },
      { kind: 'order.withdraw', orderId: 'o1' },
      { kind: 'order.withdraw', orderId: 'never-there' },
    ]);
    expect(folded).toEqual({ firmOrders: [], parameters: [], forecasts: [], exclusions: [] });
  });

  it('SCN-3 gives a parameter back to its source with null', () => {
    const folded = foldScenario([parameter('moq', 10), parameter('multiple', 5), parameter('moq', null)]);
    expect(folded.parameters.map((change) => [change.field, change.value])).toEqual([['multiple', 5]]);
  });

  it('SCN-10 keeps the last override of a week, gives a week back with null, and lists them as they were typed', () => {
    const folded = foldScenario([
      forecast(107, 50),
      forecast(114, 60),
      forecast(121, 70),
      forecast(107, 10, 'BR'),
      forecast(107, 55),
      forecast(114, null),
      forecast(128, null),
    ]);
    expect(folded.forecasts.map(({ siteId, weekDay, qty }) => [siteId, weekDay, qty])).toEqual([
      ['BR', 107, 10],
      ['HUB', 121, 70],
      ['HUB', 107, 55],
    ]);
  });

  it('SCN-15 keeps the last word on a demand line, by item, site, day and size, and lists them in that order', () => {
    const folded = foldScenario([
      exclude(20, 500),
      exclude(10, 900),
      exclude(10, 80),
      exclude(10, 900, true, 'BR'),
      exclude(20, 500, false),
      exclude(30, 5, false),
      { ...exclude(10, 900), reason: 'once only' } as ScenarioChange, // one field of the same change
    ]);
    expect(folded.exclusions.map(({ siteId, day, qty, reason }) => [siteId, day, qty, reason])).toEqual([
      ['BR', 10, 900, 'project'],
      ['HUB', 10, 80, 'project'],
      ['HUB', 10, 900, 'once only'],
    ]);
  });

  it('SCN-4 lists orders by item, site, receipt day and id, however they arrived', () => {
    const later = { ...order, id: 'o0', receiptDay: 120 };
    const folded = foldScenario([
      { kind: 'order.firm', order: later },
      { kind: 'order.firm', order },
    ]);
    expect(folded.firmOrders.map((firm) => firm.id)).toEqual(['o1', 'o0']);
  });
});
