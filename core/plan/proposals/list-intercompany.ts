import { lineValueMinor, type Minor } from '#core/base/money.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { grainsPerUnitOf } from './grains-per-unit-of.ts';

const transfer = codeOf(orderKinds, 'transfer');

/** One of the two documents that a transfer between companies needs. */
export interface IntercompanyDocument {
  /** Row of the plan. */
  readonly order: number;
  readonly side: 'sale' | 'purchase';
  readonly node: number;
  /** Whose document it is: the site that sends or the one that receives. */
  readonly site: number;
  /** The site at the other end. */
  readonly partnerSite: number;
  /** When it leaves, for the sale; when it arrives, for the purchase. */
  readonly day: number;
  readonly grains: number;
  /** Money per stock unit in the currency of the company that buys, as the lane states it. */
  readonly unitCost: number;
  readonly valueMinor: Minor;
  /** Site whose company's currency the amounts are in. */
  readonly currencySite: number;
}

/**
 * The documents of all transfers between sites of two companies (ICO-1 to ICO-3): a sale and a purchase of the same
 * quantity at the same price, line by line. The plan's line stays one transfer. O(lines), does not throw.
 *
 * @example 30 pieces from C2 to C1 at 2.00 → a sale by C2 and a purchase by C1, both over 60.00
 */
export function* listIntercompany(frame: Frame, plan: PlanResult): Generator<IntercompanyDocument> {
  for (let order = 0; order < plan.meta.orders; order += 1) {
    const from = plan.orderSource[order] ?? notSet;
    if (plan.orderKind[order] !== transfer || from === notSet) continue;
    const node = plan.orderNode[order] ?? 0;
    const to = frame.nodeSite[node] ?? 0;
    const seller = frame.siteCompany[from] ?? notSet;
    const buyer = frame.siteCompany[to] ?? notSet;
    if (seller === buyer || seller === notSet || buyer === notSet) continue;
    const grains = plan.orderQty[order] ?? 0;
    const unitCost = plan.orderUnitCost[order] ?? 0;
    const valueMinor = lineValueMinor(grains / grainsPerUnitOf(frame, node), unitCost);
    const same = { order, node, grains, unitCost, valueMinor, currencySite: to };
    const shipDay = plan.orderShipDay[order] ?? 0;
    const receiptDay = plan.orderReceiptDay[order] ?? 0;
    yield { ...same, side: 'sale', site: from, partnerSite: to, day: shipDay };
    yield { ...same, side: 'purchase', site: to, partnerSite: from, day: receiptDay };
  }
}
