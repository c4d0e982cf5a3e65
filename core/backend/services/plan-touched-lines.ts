import { fromGrains } from '#core/base/quantity.ts';
import { orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { OrderLine } from '#core/model/scenario/scenario-record.ts';
import { createPlanner, type Planner } from '#core/plan/create-planner.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import { resolveChanges } from '#core/plan/node-changes.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlannedLine } from './planned-lines.ts';

/**
 * Plans only the networks that the given lines belong to, with the kernels the workers use, and returns every line
 * of those networks that may be approved: computed proposals and overrides, not lines approved before.
 * A line of an unknown item-location touches nothing.
 */
export function planTouchedLines(
  frame: Frame,
  forecast: ForecastViews,
  changes: PlanChanges,
  lines: readonly OrderLine[],
): PlannedLine[] {
  const lookup = createFrameLookup(frame);
  const nodes = lines.map((line) => lookup.nodeOf(line.itemId, line.siteId)).filter((node) => node !== notSet);
  const networks = [...new Set(nodes.map((node) => networkOf(frame, node)))].sort((a, b) => a - b);
  const planner = createPlanner(frame, forecast, resolveChanges(frame, lookup, changes));
  for (const network of networks) planner.planNetworks(network, network + 1);
  return linesOf(frame, changes, planner);
}

function linesOf(frame: Frame, changes: PlanChanges, planner: Planner): PlannedLine[] {
  const columns = planner.columns();
  const planned: PlannedLine[] = [];
  columns.orderNode.subarray(0, planner.orders()).forEach((node, order) => {
    const position = columns.orderFirm[order] ?? notSet;
    const firm = position === notSet ? undefined : changes.firmOrders[position];
    if (firm?.origin === 'approved') return;
    const item = frame.nodeItem[node] ?? 0;
    const site = frame.nodeSite[node] ?? 0;
    const kind = orderKinds[columns.orderKind[order] ?? 0] ?? 'buy';
    const company = frame.siteCompany[site] ?? notSet;
    planned.push({
      line: {
        kind,
        itemId: textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, item),
        siteId: textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, site),
        sourceId: sourceIdOf(frame, kind, columns.orderSource[order] ?? notSet),
        orderDay: columns.orderDay[order] ?? 0,
        shipDay: columns.orderShipDay[order] ?? 0,
        receiptDay: columns.orderReceiptDay[order] ?? 0,
        qty: fromGrains(columns.orderQty[order] ?? 0, frame.itemDecimals[item] ?? 0),
      },
      overrideId: firm?.id,
      companyId: textAt({ bytes: frame.companyIdBytes, ends: frame.companyIdEnds }, company),
      currency: textAt({ bytes: frame.companyCurrencyBytes, ends: frame.companyCurrencyEnds }, company) || frame.meta.currency,
      unitCost: columns.orderUnitCost[order] ?? 0,
    });
  });
  return planned;
}

function sourceIdOf(frame: Frame, kind: OrderLine['kind'], source: number): string {
  switch (kind) {
    case 'buy':
      return textAt({ bytes: frame.supplierIdBytes, ends: frame.supplierIdEnds }, source);
    case 'transfer':
      return textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, source);
    case 'make':
      return '';
  }
}
