import { codeOfReason } from './plan-codes.ts';
import type { NodeWork } from './node-work.ts';
import { postComponents } from './post-components.ts';
import { unitCostFor } from './price-break.ts';

const firm = codeOfReason('firm');

/**
 * Writes the firm orders of the node in work as they were typed, and posts the components they consume (PLN-21).
 * A typed quantity of 0 is a decision not to order: it has no line. Does not throw.
 */
export function writeFirmLines(work: NodeWork): void {
  for (const line of work.ownFirmLines) {
    if (line.grains <= 0) continue;
    const row = work.orderLines.append();
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
    postComponents(work, line.lane, line.shipDay, line.grains);
  }
}
