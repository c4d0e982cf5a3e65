import { formatDay } from '#core/base/calendar-day.ts';
import { formatMinor, lineValueMinor } from '#core/base/money.ts';
import { formatGrains, fromGrains } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import { csvLine, nodeName, orderCells, orderIdOf, type PlanView } from './plan-tables.ts';

/**
 * The lines of delivered_orders.csv, header first: what arrives in fact of the planned orders that cannot be delivered
 * as planned, in the columns of planned_orders.csv. A planned order has one row per day on which part of it arrives; one of
 * which nothing arrives inside the horizon has a row over 0 without dates. `late_days` counts from the day of need. Does not
 * throw.
 */
export function* deliveredOrderLines(view: PlanView, networks: readonly NetworkDelivery[]): Generator<string> {
  const { frame, result } = view;
  yield 'order_id,kind,item_id,site_id,source_id,order_date,ship_date,receipt_date,qty,unit_cost,value,late_days,reason,short_at\n';
  for (const { node, ordinal, receiptDay, grains, shortNode } of networks.flatMap(({ deliveries }) => deliveries)) {
    const order = (result.nodeOrderStart[node] ?? 0) + ordinal;
    const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
    const planned = result.orderReceiptDay[order] ?? 0;
    const shipDay = receiptDay - (planned - (result.orderShipDay[order] ?? 0));
    const needDay = planned - (result.orderLateDays[order] ?? 0);
    const unitCost = result.orderUnitCost[order] ?? 0;
    yield csvLine([
      ...orderCells(view, order),
      receiptDay === notSet ? '' : formatDay(shipDay),
      receiptDay === notSet ? '' : formatDay(receiptDay),
      formatGrains(grains, decimals),
      String(unitCost),
      formatMinor(lineValueMinor(fromGrains(grains, decimals), unitCost)),
      receiptDay === notSet ? '' : String(Math.max(0, receiptDay - needDay)),
      'sourceShort',
      nodeName(view, shortNode),
    ]);
  }
}

/**
 * The lines of late_demand.csv, header first: every demand that is late or not met, and the constraint that binds. Does not
 * throw.
 */
export function* lateDemandLines(view: PlanView, networks: readonly NetworkDelivery[]): Generator<string> {
  const { frame, texts } = view;
  yield 'kind,order_id,item_id,site_id,due_date,qty,unmet_qty,served_date,late_days,constraint,constraint_at,constraint_order\n';
  for (const late of networks.flatMap(({ lateDemand }) => lateDemand)) {
    const item = frame.nodeItem[late.node] ?? 0;
    const decimals = frame.itemDecimals[item] ?? 0;
    const { orderRow, constraintNode, constraintOrdinal, servedDay } = late;
    const order = (view.result.nodeOrderStart[constraintNode] ?? 0) + constraintOrdinal;
    yield csvLine([
      late.kind,
      orderRow === notSet ? '' : textAt({ bytes: frame.demandOrderBytes, ends: frame.demandOrderEnds }, orderRow),
      texts.itemId(item),
      texts.siteId(frame.nodeSite[late.node] ?? 0),
      formatDay(late.dueDay),
      formatGrains(late.grains, decimals),
      formatGrains(late.unmet, decimals),
      servedDay === notSet ? '' : formatDay(servedDay),
      servedDay === notSet ? '' : String(servedDay - late.dueDay),
      late.constraint,
      nodeName(view, constraintNode),
      constraintOrdinal === notSet ? '' : orderIdOf(view, order),
    ]);
  }
}
