import { formatDay } from '#core/base/calendar-day.ts';
import { formatMinor, lineValueMinor, type Minor } from '#core/base/money.ts';
import { formatGrains, fromGrains } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { JointOrder } from '#core/plan/joint/joint-order.ts';
import { listIntercompany } from '#core/plan/proposals/list-intercompany.ts';
import { proposeJointOrders } from '#core/plan/proposals/propose-joint-orders.ts';
import { proposeMoves } from '#core/plan/proposals/propose-moves.ts';
import { csvLine, orderIdOf, type PlanView } from './plan-tables.ts';

/**
 * The lines of moves.csv, header first: surplus that would spare a purchase or serve a demand that is short. Cost and benefit
 * are for the whole move; `replaces_order` is the first line it stands in for, empty where nothing is on order. Does not throw.
 */
export function* moveLines(view: PlanView): Generator<string> {
  const { frame, result, texts } = view;
  yield 'item_id,from_site,to_site,qty,ship_date,receipt_date,cost,benefit,replaces_order\n';
  for (const move of proposeMoves(frame, result)) {
    const item = frame.nodeItem[move.toNode] ?? 0;
    yield csvLine([
      texts.itemId(item),
      texts.siteId(frame.nodeSite[move.fromNode] ?? 0),
      texts.siteId(frame.nodeSite[move.toNode] ?? 0),
      formatGrains(move.grains, frame.itemDecimals[item] ?? 0),
      formatDay(move.shipDay),
      formatDay(move.receiptDay),
      formatMinor(lineValueMinor(1, move.cost)),
      formatMinor(lineValueMinor(1, move.benefit)),
      move.replacedOrder === notSet ? '' : orderIdOf(view, move.replacedOrder),
    ]);
  }
}

/**
 * The lines of joint_orders.csv, header first: one row per line of the plan, those of an order one after the other. Does not
 * throw.
 */
export function* jointOrderLines(view: PlanView): Generator<string> {
  const { frame, result, texts } = view;
  yield 'joint_id,supplier_id,company_id,site_id,order_date,order_id,item_id,planned_date,planned_qty,qty,value,joint_value,minimum,load_share,note\n';
  const { orders, rows } = proposeJointOrders(frame, result);
  let number = 0;
  for (const order of orders) {
    number += 1;
    const minimum = lineValueMinor(1, Math.max(0, frame.supplierMinOrderValue[order.supplier] ?? 0));
    const shared = [`J${number}`, texts.supplierId(order.supplier), texts.companyId(order.site), texts.siteId(order.site)];
    const total = [
      formatMinor(order.valueMinor),
      minimum === 0 ? '' : formatMinor(minimum),
      order.loads === 0 ? '' : (order.loads - 1 + order.lastLoadShare).toFixed(2),
      noteOf(order, minimum, texts.currency(order.site)),
    ];
    for (const { line, grains } of order.lines) {
      const row = rows[line] ?? 0;
      const item = frame.nodeItem[result.orderNode[row] ?? 0] ?? 0;
      const decimals = frame.itemDecimals[item] ?? 0;
      yield csvLine([
        ...shared,
        formatDay(order.orderDay),
        orderIdOf(view, row),
        texts.itemId(item),
        formatDay(result.orderDay[row] ?? 0),
        formatGrains(result.orderQty[row] ?? 0, decimals),
        formatGrains(grains, decimals),
        formatMinor(lineValueMinor(fromGrains(grains, decimals), result.orderUnitCost[row] ?? 0)),
        ...total,
      ]);
    }
  }
}

/** What a buyer has to know of an order that stays below the supplier's minimum. */
function noteOf({ missingMinor }: JointOrder, minimum: Minor, currency: string): string {
  if (missingMinor === 0) return '';
  return `${formatMinor(missingMinor)} ${currency} below the minimum of ${formatMinor(minimum)} ${currency}`;
}

/** The lines of intercompany.csv, header first: for each transfer between companies the sale and the purchase. Does not throw. */
export function* intercompanyLines(view: PlanView): Generator<string> {
  const { frame, texts } = view;
  yield 'order_id,side,company_id,partner_company_id,item_id,site_id,date,qty,unit_cost,value,currency\n';
  const sites = Array.from({ length: frame.siteKind.length }, (_, site) => ({
    siteId: texts.siteId(site),
    companyId: texts.companyId(site),
    currency: texts.currency(site),
  }));
  let order = notSet;
  let orderId = '';
  let itemId = '';
  // Both documents of a line follow each other and share what is read for the first.
  for (const document of listIntercompany(frame, view.result)) {
    const item = frame.nodeItem[document.node] ?? 0;
    if (document.order !== order) {
      order = document.order;
      orderId = orderIdOf(view, order);
      itemId = texts.itemId(item);
    }
    yield csvLine([
      orderId,
      document.side,
      sites[document.site]?.companyId ?? '',
      sites[document.partnerSite]?.companyId ?? '',
      itemId,
      sites[document.site]?.siteId ?? '',
      formatDay(document.day),
      formatGrains(document.grains, frame.itemDecimals[item] ?? 0),
      String(document.unitCost),
      formatMinor(document.valueMinor),
      sites[document.currencySite]?.currency ?? '',
    ]);
  }
}
