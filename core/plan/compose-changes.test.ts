import { describe, expect, it } from 'vitest';
import type { OrderLine } from '#core/model/scenario/scenario-record.ts';
import { composeChanges } from './compose-changes.ts';

const order: OrderLine = {
  kind: 'buy',
  itemId: 'A',
  siteId: 'HUB',
  sourceId: 'S1',
  orderDay: 100,
  shipDay: 100,
  receiptDay: 110,
  qty: 480,
};

describe('composeChanges', () => {
  it('SCN-5 counts approved lines until the pulled data holds them, and none that conflict or were cancelled', () => {
    const states = ['queued', 'sending', 'acknowledged', 'rejected', 'reconciled', 'conflict', 'cancelled'];
    const changes = composeChanges(
      { firmOrders: [], parameters: [], forecasts: [], exclusions: [] },
      states.map((state) => ({ id: state, order, state })),
    );
    expect(changes.firmOrders.map((firm) => firm.id)).toEqual(['acknowledged', 'queued', 'rejected', 'sending']);
    expect(changes.firmOrders.every((firm) => firm.origin === 'approved')).toBe(true);
  });
});
