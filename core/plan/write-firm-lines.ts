import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { codeOfReason } from './plan-codes.ts';
import type { NodeWork } from './node-work.ts';
import { postComponents } from './post-components.ts';
import { unitCostFor } from './price-break.ts';

const transfer = codeOf(orderKinds, 'transfer');
const firm = codeOfReason('firm');

/**
 * Writes the firm orders of the node in work as they were typed, and posts what they take from other nodes (PLN-21).
 * A typed quantity of 0 is a decision not to order: it has no line. Does not throw.
 */
export function writeFirmLines(work: NodeWork): void {
  for (const line of work.ownFirmLines) {
    if (line.grains <= 0) continue;
    work.orderLines.reserve();
    const row = work.orderLines.length;
    const columns = work.orderLines.views;
    columns.orderNode[row] = work.node;
    columns.orderLane[row] = line.lane;
    columns.orderKind[row] = line.kind;
    columns.orderSource[row] = line.source;
    columns.orderDay[row] = line.orderDay;
    columns.orderShipDay[row] = line.shipDay;
    columns.orderReceiptDay[row] = line.receiptDay;
    columns.orderQty[row] = line.grains;
    columns.orderUnitCost[row] = unitCostFor(work, line.lane, line.grains);
    columns.orderLateDays[row] = 0;
    columns.orderReason[row] = firm;
    columns.orderFirm[row] = line.position;
    work.orderLines.length = row + 1;
    const ship = Math.max(0, line.shipDay - work.planDay);
    // A source that is planned earlier or in another network cannot be reached from here.
    const isPlannedLater = line.sourceNode > work.node && line.sourceNode < work.networkEnd;
    if (line.kind === transfer && isPlannedLater && ship < work.horizon) {
      work.postings.add(line.sourceNode, ship, line.grains, work.node);
    }
    postComponents(work, line.lane, line.shipDay, line.grains);
  }
}
