import { describe, expect, it } from 'vitest';
import { frameTexts } from '#core/frame/frame-texts.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { countToday } from './today-view.ts';

const company = createMemoryPackage(
  { planDay: 20_458, horizonDays: 28, currency: 'EUR' },
  {
    companies: [
      { company_id: 'EU', currency: 'EUR' },
      { company_id: 'UK', currency: 'GBP' },
    ],
    sites: [
      { site_id: 'BHX', company_id: 'UK' },
      { site_id: 'HUB', company_id: 'EU' },
    ],
    items: [{ item_id: 'P1', cost: 10, price: 15 }],
    suppliers: [{ supplier_id: 'S1' }],
    stock: [
      { item_id: 'P1', site_id: 'HUB', qty: 4 },
      { item_id: 'P1', site_id: 'BHX', qty: -2 },
    ],
    demand_open: [
      { order_id: 'SO1', item_id: 'P1', site_id: 'HUB', due_date: 20_460, qty: 9 },
      { order_id: 'SO2', item_id: 'P1', site_id: 'BHX', due_date: 20_470, qty: 3 },
    ],
    lanes: [{ item_id: '*', site_id: '*', kind: 'buy', source_id: 'S1', lead_time_days: 1 }],
  },
);

describe('countToday', () => {
  it('DSK-5 counts what to decide on and what is at risk, money by currency', async () => {
    const { frame, result } = await planCase(company);
    const figures = countToday(frame, result, frameTexts(frame), () => false, { company: '', site: '' });
    expect(figures.itemLocations).toBe(2);
    expect(figures.stockValue).toEqual({ EUR: 40 });
    const [buy] = figures.orders;
    expect([buy?.today, buy?.thisWeek, buy?.later]).toEqual([1, 1, 1]);
    expect(buy?.value).toEqual({ EUR: 50, GBP: 20 });
    expect(figures.exceptions.find((group) => group.kind === 'negative_stock')).toMatchObject({
      count: 1,
      urgent: 1,
      itemLocations: 1,
    });
  });

  it('DSK-5 follows the filters and leaves out decided lines', async () => {
    const { frame, result } = await planCase(company);
    const texts = frameTexts(frame);
    const figures = countToday(frame, result, texts, () => true, { company: 'EU', site: '' });
    expect(figures.itemLocations).toBe(1);
    expect(figures.orders.every((group) => group.today + group.thisWeek + group.later === 0)).toBe(true);
    expect(figures.exceptions.some((group) => group.kind === 'negative_stock')).toBe(false);
  });

  it('DSK-13 keeps advice on open orders apart, what saves sales first', async () => {
    const lanes = [{ item_id: '*', site_id: '*', kind: 'buy' as const, source_id: 'S1', lead_time_days: 1 }];
    const order = (orderId: string, itemId: string, dueDate: number) => ({
      order_id: orderId,
      item_id: itemId,
      site_id: 'HUB',
      kind: 'buy' as const,
      source_id: 'S1',
      due_date: dueDate,
      qty: 10,
    });
    const { frame, result } = await planCase(
      createMemoryPackage(
        { planDay: 20_458, horizonDays: 28, currency: 'EUR' },
        {
          sites: [{ site_id: 'HUB' }],
          items: ['NEVER', 'LATER', 'SOONER'].map((id) => ({ item_id: id, cost: 2, price: 5 })),
          suppliers: [{ supplier_id: 'S1' }],
          supply_open: [order('PO1', 'NEVER', 20_460), order('PO2', 'LATER', 20_460), order('PO3', 'SOONER', 20_475)],
          demand_open: ['LATER', 'SOONER'].map((id) => ({
            order_id: `SO-${id}`,
            item_id: id,
            site_id: 'HUB',
            due_date: id === 'LATER' ? 20_475 : 20_462,
            qty: 10,
          })),
          lanes,
        },
      ),
    );
    const figures = countToday(frame, result, frameTexts(frame), () => false, { company: '', site: '' });
    expect(figures.advice.map(({ kind, urgent, atRisk }) => [kind, urgent, atRisk])).toEqual([
      ['expedite', 1, { EUR: 50 }],
      ['cancel', 0, { EUR: 20 }],
      ['postpone', 0, { EUR: 20 }],
    ]);
    expect(figures.exceptions.some(({ kind }) => kind === 'expedite')).toBe(false);
  });
});
