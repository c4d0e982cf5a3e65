import type { CalendarDay } from '#core/base/calendar-day.ts';
import { toGrains } from '#core/base/quantity.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { FirmOrder } from '#core/model/scenario/scenario-record.ts';
import type { FrameLookup } from './frame-lookup.ts';

/** A firm order with its ids resolved; quantities in grains. */
export interface FirmLine {
  /** Position in PlanChanges.firmOrders. */
  readonly position: number;
  readonly kind: number;
  readonly lane: number;
  /** Supplier or site index, as in the plan's orderSource. */
  readonly source: number;
  /** The node a transfer takes from, or notSet. */
  readonly sourceNode: number;
  readonly orderDay: CalendarDay;
  readonly shipDay: CalendarDay;
  readonly receiptDay: CalendarDay;
  readonly grains: number;
  /** By how much the planner went below the proposal; 0 for an order made by hand or an approved line. */
  readonly reducedBy: number;
}

/** Days for which a reduced line is not filled up again, where the lane's review takes less. */
const leastHoldDays = 7;

const transfer = codeOf(orderKinds, 'transfer');
const noLines: ReadonlyMap<number, readonly FirmLine[]> = new Map();

/**
 * Firm orders by node, in their given order (PLN-21). An order of an unknown item-location is left out: what the
 * frame does not know cannot be planned. Does not throw.
 *
 * @example resolveFirmLines(frame, lookup, []).size === 0
 */
export function resolveFirmLines(
  frame: Frame,
  lookup: FrameLookup,
  orders: readonly FirmOrder[],
): ReadonlyMap<number, readonly FirmLine[]> {
  if (orders.length === 0) return noLines;
  const lines = new Map<number, FirmLine[]>();
  orders.forEach((order, position) => {
    const node = lookup.nodeOf(order.itemId, order.siteId);
    if (node === notSet) return;
    const line = resolveLine(frame, lookup, order, position, node);
    const ofNode = lines.get(node);
    if (ofNode) ofNode.push(line);
    else lines.set(node, [line]);
  });
  return lines;
}

function resolveLine(frame: Frame, lookup: FrameLookup, order: FirmOrder, position: number, node: number): FirmLine {
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const kind = codeOf(orderKinds, order.kind);
  const sourceNode = order.kind === 'transfer' ? lookup.nodeOf(order.itemId, order.sourceId) : notSet;
  const source =
    order.kind === 'buy' ? lookup.supplierOf(order.sourceId) : order.kind === 'transfer' ? lookup.siteOf(order.sourceId) : notSet;
  const lane = findLane(frame, node, kind, order.kind === 'transfer' ? sourceNode : source);
  const grains = toGrains(order.qty, decimals);
  const proposed = order.proposedQty === null ? grains : toGrains(order.proposedQty, decimals);
  const { orderDay, shipDay, receiptDay } = order;
  return {
    position,
    kind,
    lane,
    source,
    sourceNode,
    orderDay,
    shipDay,
    receiptDay,
    grains,
    reducedBy: Math.max(0, proposed - grains),
  };
}

function findLane(frame: Frame, node: number, kind: number, source: number): number {
  const end = frame.laneStart[node + 1] ?? 0;
  for (let lane = frame.laneStart[node] ?? 0; lane < end; lane += 1) {
    if (frame.laneKind[lane] === kind && frame.laneSource[lane] === source) return lane;
  }
  return notSet;
}

/**
 * The day from which the item-location of a line that was lowered is proposed again (PLN-22), by the review days of its
 * lane in force. Does not throw.
 */
export function heldUntil({ laneReviewDays }: Frame, { lane, orderDay }: FirmLine): CalendarDay {
  return orderDay + Math.max(leastHoldDays, lane === notSet ? 0 : (laneReviewDays[lane] ?? 0));
}

/** What a firm transfer takes from its source. */
export interface FirmShipment {
  readonly shipDay: CalendarDay;
  readonly grains: number;
  /** The node it goes to. */
  readonly toNode: number;
}

/**
 * What firm transfers take, by the node they take it from. People also move things between sites of one level, back to
 * a source, and where no lane leads: the source is debited wherever it is planned (PLN-21). Does not throw.
 *
 * @example shipmentsOf(new Map()).size === 0
 */
export function shipmentsOf(firmLines: ReadonlyMap<number, readonly FirmLine[]>): ReadonlyMap<number, readonly FirmShipment[]> {
  const shipments = new Map<number, FirmShipment[]>();
  for (const [toNode, lines] of firmLines) {
    for (const { kind, sourceNode, shipDay, grains } of lines) {
      if (kind !== transfer || sourceNode === notSet || grains <= 0) continue;
      const shipment = { shipDay, grains, toNode };
      const ofSource = shipments.get(sourceNode);
      if (ofSource) ofSource.push(shipment);
      else shipments.set(sourceNode, [shipment]);
    }
  }
  return shipments;
}
