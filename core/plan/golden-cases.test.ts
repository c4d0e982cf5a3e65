import { describe, expect, it } from 'vitest';
import { formatDay } from '#core/base/calendar-day.ts';
import { fromGrains } from '#core/base/quantity.ts';
import { orderKinds } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import { exceptionKinds } from './plan-result.ts';
import { planCase, type PlannedCase } from './testing/plan-case.ts';
import { listCases, readCase, type ExpectedDelivery, type ExpectedLateDemand, type ExpectedOrder } from './testing/read-case.ts';

function decimalsOf({ frame }: PlannedCase, node: number): number {
  return frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
}

function ordersOf(planned: PlannedCase): readonly ExpectedOrder[] {
  const { result } = planned;
  return Array.from(result.orderNode, (node, row) => {
    const [item = '', site = ''] = planned.nameOf(node).split('@');
    return {
      item,
      site,
      kind: orderKinds[result.orderKind[row] ?? 0] ?? '',
      orderDate: formatDay(result.orderDay[row] ?? 0),
      receiptDate: formatDay(result.orderReceiptDay[row] ?? 0),
      qty: fromGrains(result.orderQty[row] ?? 0, decimalsOf(planned, node)),
      lateDays: result.orderLateDays[row] ?? 0,
    };
  });
}

/** Quantities of a node's lines summed per day, by the day they are needed or ordered; with what is ordered too late. */
function series(planned: PlannedCase, name: string, by: 'need' | 'order'): { perDay: number[]; pastDue: number } {
  const { frame, result } = planned;
  const perDay = new Array<number>(frame.meta.horizonDays).fill(0);
  let pastDue = 0;
  result.orderNode.forEach((node, row) => {
    if (planned.nameOf(node) !== name) return;
    const qty = fromGrains(result.orderQty[row] ?? 0, decimalsOf(planned, node));
    const late = result.orderLateDays[row] ?? 0;
    const day = by === 'need' ? (result.orderReceiptDay[row] ?? 0) - late : (result.orderDay[row] ?? 0);
    if (by === 'order' && late > 0) pastDue += qty;
    else perDay[day - frame.meta.planDay] = (perDay[day - frame.meta.planDay] ?? 0) + qty;
  });
  return { perDay, pastDue };
}

function deliveriesOf(planned: PlannedCase): readonly ExpectedDelivery[] {
  const { frame, planner } = planned;
  const networks = Array.from({ length: frame.meta.networks }, (_, network) => planner.deliver(network));
  return networks.flatMap(({ deliveries }) =>
    deliveries.map(({ node, receiptDay, grains, shortNode }) => {
      const [item = '', site = ''] = planned.nameOf(node).split('@');
      const receiptDate = receiptDay === notSet ? null : formatDay(receiptDay);
      return { item, site, receiptDate, qty: fromGrains(grains, decimalsOf(planned, node)), shortAt: planned.nameOf(shortNode) };
    }),
  );
}

function lateDemandOf(planned: PlannedCase): readonly ExpectedLateDemand[] {
  const { frame, planner } = planned;
  const orders = { bytes: frame.demandOrderBytes, ends: frame.demandOrderEnds };
  const networks = Array.from({ length: frame.meta.networks }, (_, network) => planner.deliver(network));
  return networks.flatMap(({ lateDemand }) =>
    lateDemand.map((late) => ({
      order: late.orderRow === notSet ? null : textAt(orders, late.orderRow),
      dueDate: formatDay(late.dueDay),
      qty: fromGrains(late.grains, decimalsOf(planned, late.node)),
      unmet: fromGrains(late.unmet, decimalsOf(planned, late.node)),
      servedDate: late.servedDay === notSet ? null : formatDay(late.servedDay),
      constraint: late.constraint,
      at: planned.nameOf(late.constraintNode),
    })),
  );
}

describe('golden cases', () => {
  it.each(listCases())('%s', async (name) => {
    const { source, changes, expected } = readCase(name);
    const planned = await planCase(source, changes);
    const { frame, planner, result } = planned;
    if (expected.orders) expect(ordersOf(planned)).toEqual(expect.arrayContaining([...expected.orders]));
    if (expected.orders) expect(result.meta.orders).toBe(expected.orders.length);
    if (expected.exceptions) {
      const kinds = Array.from(result.exceptionKind, (code) => exceptionKinds[code]);
      expect(kinds.toSorted()).toEqual(expected.exceptions.toSorted());
    }
    for (const [node, perDay] of Object.entries(expected.receipts ?? {}))
      expect(series(planned, node, 'need').perDay).toEqual(perDay);
    for (const [node, perDay] of Object.entries(expected.releases ?? {}))
      expect(series(planned, node, 'order').perDay).toEqual(perDay);
    for (const [node, qty] of Object.entries(expected.pastDue ?? {})) expect(series(planned, node, 'order').pastDue).toBe(qty);
    for (let node = 0; node < frame.meta.nodes; node += 1) {
      const projection = planner.project(node);
      const units = (grains: Float64Array) => Array.from(grains, (value) => fromGrains(value, projection.decimals));
      const balance = expected.balance?.[planned.nameOf(node)];
      if (balance) expect(units(projection.balance)).toEqual(balance);
      const demand = expected.demand?.[planned.nameOf(node)];
      if (demand) expect(units(projection.demandDependent)).toEqual(demand);
    }
    if (expected.deliveries) expect(deliveriesOf(planned)).toEqual(expected.deliveries);
    if (expected.lateDemand) expect(lateDemandOf(planned)).toEqual(expected.lateDemand);
    if (expected.lotCost) {
      const { orderCost, holdingCostPerDay, cost } = expected.lotCost;
      const held = planner.project(0).balance.reduce((sum, grains) => sum + fromGrains(grains, 0), 0);
      expect(result.meta.orders * orderCost + held * holdingCostPerDay).toBeCloseTo(cost, 6);
    }
  });

  it.each(listCases())('PLN-20 the terms of every line of %s add up to its quantity', async (name) => {
    const { source, changes } = readCase(name);
    const { frame, planner, result } = await planCase(source, changes);
    for (let node = 0; node < frame.meta.nodes; node += 1) {
      const first = result.nodeOrderStart[node] ?? 0;
      const end = result.nodeOrderStart[node + 1] ?? 0;
      for (let row = first; row < end; row += 1) {
        const { terms } = planner.explain(node, row - first);
        expect(terms.reduce((sum, term) => sum + term.grains, 0)).toBe(result.orderQty[row]);
      }
    }
  });
});
