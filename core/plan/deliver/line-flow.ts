import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { componentGrains, isComponentValid } from '#core/plan/post-components.ts';
import type { NodeWork } from '#core/plan/node-work.ts';

const transfer = codeOf(orderKinds, 'transfer');

/** What one line takes from one source, and what it gets. */
export interface LineClaim {
  readonly line: LineFlow;
  readonly source: number;
  /** The day (offset) on which it is to leave. */
  readonly day: number;
  readonly wanted: number;
  got: number;
  /** What was given on which day (offsets), in the order of days. */
  readonly given: { readonly day: number; readonly grains: number }[];
}

/** A line of the network in work on its way from its sources. Days are offsets from the plan day. */
export interface LineFlow {
  readonly row: number;
  readonly node: number;
  readonly quantity: number;
  readonly shipDay: number;
  readonly receiptDay: number;
  readonly claims: LineClaim[];
}

/** The line in a row of the lines in work, with what it takes inside the horizon from nodes that are planned later. Does not throw. */
export function readLine(work: NodeWork, node: number, row: number): LineFlow {
  const { frame, planDay, horizon, networkEnd } = work;
  const lines = work.orderLines.views;
  const lane = lines.orderLane[row] ?? notSet;
  const shipDate = lines.orderShipDay[row] ?? 0;
  const quantity = lines.orderQty[row] ?? 0;
  const shipDay = Math.max(0, shipDate - planDay);
  const line: LineFlow = {
    row,
    node,
    quantity,
    shipDay,
    receiptDay: Math.max(0, (lines.orderReceiptDay[row] ?? 0) - planDay),
    claims: [],
  };
  function claim(source: number, wanted: number): void {
    // What leaves behind the horizon is not looked at.
    if (shipDay >= horizon) return;
    if (source > node && source < networkEnd) line.claims.push({ line, source, day: shipDay, wanted, got: 0, given: [] });
  }
  if (lines.orderKind[row] === transfer) claim(sourceNodeOf(work, row), quantity);
  const end = lane === notSet ? 0 : (frame.bomStart[lane + 1] ?? 0);
  for (let part = lane === notSet ? 0 : (frame.bomStart[lane] ?? 0); part < end; part += 1) {
    if (isComponentValid(frame, part, shipDate)) claim(frame.bomNode[part] ?? 0, componentGrains(frame, part, quantity));
  }
  return line;
}

function sourceNodeOf(work: NodeWork, row: number): number {
  const lines = work.orderLines.views;
  const position = lines.orderFirm[row] ?? notSet;
  if (position === notSet) return work.frame.laneSource[lines.orderLane[row] ?? 0] ?? notSet;
  const firm = work.firmLines.get(lines.orderNode[row] ?? 0)?.find((line) => line.position === position);
  return firm?.sourceNode ?? notSet;
}

/**
 * Calls `take` with the day (offset) and the quantity of every part of a line that arrives, when its sources gave what
 * they gave: a transfer brings what was given, an order that is made brings whole steps once all its parts are there. Does
 * not throw.
 */
export function arrive(line: LineFlow, take: (day: number, grains: number) => void): void {
  const travel = line.receiptDay - line.shipDay;
  if (
    line.claims.every(
      (claim) => claim.wanted === 0 || (claim.given[0]?.day === line.shipDay && claim.given[0].grains === claim.wanted),
    )
  ) {
    take(line.receiptDay, line.quantity);
    return;
  }
  const days = [...new Set(line.claims.flatMap((claim) => claim.given.map(({ day }) => day)))].sort((a, b) => a - b);
  let arrived = 0;
  for (const day of days) {
    const possible = Math.min(...line.claims.map((claim) => possibleOf(line, claim, day)));
    if (possible <= arrived) continue;
    take(day + travel, possible - arrived);
    arrived = possible;
  }
}

/** How much of a line one source's gifts up to a day are enough for. */
function possibleOf(line: LineFlow, claim: LineClaim, day: number): number {
  const given = claim.given.reduce((sum, gift) => (gift.day <= day ? sum + gift.grains : sum), 0);
  if (given >= claim.wanted) return line.quantity;
  if (line.claims.length === 1 && claim.wanted === line.quantity) return given;
  return Math.floor((line.quantity * given) / claim.wanted / grainsPerStep) * grainsPerStep;
}
