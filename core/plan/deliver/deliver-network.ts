import { grainsPerStep } from '#core/base/quantity.ts';
import { transferRules } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import { shareShortage } from '#core/plan/share/share-shortage.ts';
import { findConstraint, type NodeReceipts } from './find-constraint.ts';
import { listLateDemand } from './list-late-demand.ts';
import { arrive, readLine, type LineClaim, type LineFlow } from './line-flow.ts';
import type { Delivery, LateDemand, NetworkDelivery } from './network-delivery.ts';
import type { NodeFlow } from './node-flow.ts';

/**
 * What can in fact be delivered in the network in work (PLN-33): from the last source to the last branch, every node
 * gives on each day what it has. Where that is not enough for its own customers and for all that draw on it, it is shared
 * by the node's transfer rule; what is missing waits for the next receipt. The plan itself is not changed. Allocates,
 * as it is asked for networks with a shortage only. Does not throw.
 */
export function deliverNetwork(work: NodeWork, flows: readonly NodeFlow[]): NetworkDelivery {
  const linesOf = flows.map((flow) =>
    Array.from({ length: flow.endLine - flow.firstLine }, (_, index) => readLine(work, flow.node, flow.firstLine + index)),
  );
  const claimsOn = new Map<number, LineClaim[]>();
  for (const claim of linesOf.flat().flatMap((line) => line.claims)) {
    const claims = claimsOn.get(claim.source);
    if (claims) claims.push(claim);
    else claimsOn.set(claim.source, [claim]);
  }
  const urgency = urgencyOf(work, flows, claimsOn);
  const receiptsOf = new Map<number, NodeReceipts>();
  const deliveries: Delivery[] = [];
  const lateDemand: (readonly LateDemand[])[] = [];
  for (let index = flows.length - 1; index >= 0; index -= 1) {
    const flow = flows[index];
    const lines = linesOf[index];
    if (!flow || !lines) continue;
    const receipts = receive(work, flow, lines, deliveries);
    receiptsOf.set(flow.node, receipts);
    const claims = claimsOn.get(flow.node) ?? [];
    const own = ownDemand(flow, claims);
    const served = give(work, flow, flows, receipts.perDay, own, claims, urgency);
    lateDemand.push(
      listLateDemand(work, flow, own, served, (dueDay, servedDay) =>
        findConstraint(work, flow, dueDay, servedDay, receiptsOf, flows),
      ),
    );
  }
  const byLine = (a: Delivery, b: Delivery): number => a.node - b.node || a.ordinal - b.ordinal || a.receiptDay - b.receiptDay;
  return { deliveries: deliveries.sort(byLine), lateDemand: lateDemand.reverse().flat() };
}

/** The receipts of a node from its lines, and rows for those that do not come as planned. */
function receive(work: NodeWork, flow: NodeFlow, lines: readonly LineFlow[], deliveries: Delivery[]): NodeReceipts {
  const perDay = new Float64Array(work.horizon);
  const shortNodes = new Map<number, number>();
  for (const line of lines) {
    let onTime = 0;
    const parts: { day: number; grains: number }[] = [];
    arrive(line, (day, grains) => {
      if (day < work.horizon) perDay[day] = (perDay[day] ?? 0) + grains;
      if (day === line.receiptDay) onTime += grains;
      if (day < work.horizon || day === line.receiptDay) parts.push({ day, grains });
    });
    if (onTime >= line.quantity) continue;
    const shortNode = slowestSource(line);
    const ordinal = line.row - flow.firstLine;
    shortNodes.set(ordinal, shortNode);
    if (parts.length === 0) deliveries.push({ node: flow.node, ordinal, receiptDay: notSet, grains: 0, shortNode });
    for (const { day, grains } of parts) {
      deliveries.push({ node: flow.node, ordinal, receiptDay: work.planDay + day, grains, shortNode });
    }
  }
  return { perDay, shortNodes };
}

/** The source that gives its share last, or gives least. */
function slowestSource(line: LineFlow): number {
  let worst: LineClaim | undefined;
  for (const claim of line.claims) {
    const isWorse =
      !worst || missing(claim) > missing(worst) || (missing(claim) === missing(worst) && lastDay(claim) > lastDay(worst));
    if (isWorse) worst = claim;
  }
  return worst?.source ?? notSet;
}

function missing(claim: LineClaim): number {
  return claim.wanted === 0 ? 0 : (claim.wanted - claim.got) / claim.wanted;
}

function lastDay(claim: LineClaim): number {
  return claim.given.at(-1)?.day ?? -1;
}

/**
 * What is asked of the node but by lines that wait for it: its customers, an item it succeeds, firm transfers to its
 * sources. Never below zero: the demand of a line may have been handed to the successor of the item.
 */
function ownDemand(flow: NodeFlow, claims: readonly LineClaim[]): Float64Array {
  const own = flow.demand.slice();
  for (const claim of claims) own[claim.day] = Math.max(0, (own[claim.day] ?? 0) - claim.wanted);
  return own;
}

/** Gives out day by day what the node has; returns what its own demand gets on each day. */
function give(
  work: NodeWork,
  flow: NodeFlow,
  flows: readonly NodeFlow[],
  receipts: Float64Array,
  own: Float64Array,
  claims: readonly LineClaim[],
  urgency: ReadonlyMap<number, number>,
): Float64Array {
  const served = new Float64Array(work.horizon);
  const waiting = claims.toSorted((a, b) => a.day - b.day || a.line.row - b.line.row);
  let next = 0;
  let open: LineClaim[] = [];
  // What is owed at the start is owed to the node's own customers.
  let owed = Math.max(0, -flow.opening);
  let stock = Math.max(0, flow.opening);
  for (let day = 0; day < work.horizon; day += 1) {
    stock = Math.max(0, stock + (flow.fixed[day] ?? 0)) + (receipts[day] ?? 0);
    owed += own[day] ?? 0;
    for (; (waiting[next]?.day ?? Infinity) <= day; next += 1) open.push(waiting[next]!); // in range: its day was read
    if (stock <= 0 || (owed <= 0 && open.length === 0)) continue;
    const wanted = open.map((claim) => claim.wanted - claim.got);
    const total = wanted.reduce((sum, grains) => sum + grains, owed);
    const shares = stock >= total ? [owed, ...wanted] : shareOut(work, flow, flows, stock, owed, open, wanted, urgency);
    const ownShare = shares[0] ?? 0;
    served[day] = ownShare;
    owed -= ownShare;
    stock -= ownShare;
    open.forEach((claim, index) => {
      const grains = shares[index + 1] ?? 0;
      if (grains === 0) return;
      claim.given.push({ day, grains });
      claim.got += grains;
      stock -= grains;
    });
    open = open.filter((claim) => claim.got < claim.wanted);
  }
  return served;
}

/** The shares of the node's own demand and of every open claim. */
function shareOut(
  work: NodeWork,
  flow: NodeFlow,
  flows: readonly NodeFlow[],
  stock: number,
  owed: number,
  open: readonly LineClaim[],
  wanted: readonly number[],
  urgency: ReadonlyMap<number, number>,
): ArrayLike<number> {
  const { frame } = work;
  const first = flows[0]?.node ?? 0;
  const takers = open.map((claim) => flows[claim.line.node - first]);
  const claims = {
    wanted: [owed, ...wanted],
    onHand: [0, ...takers.map((taker, index) => taker?.unplanned[open[index]?.day ?? 0] ?? 0)],
    dailyDemand: [owed === 0 ? 0 : ownDailyDemand(flow, takers), ...takers.map((taker) => taker?.dailyDemand ?? 0)],
    priority: [urgency.get(flow.node) ?? lowest, ...open.map((claim) => urgency.get(claim.line.node) ?? lowest)],
  };
  const rule = transferRules[frame.nodeTransferRule[flow.node] ?? 0] ?? 'equal_cover';
  return shareShortage(stock, claims, rule, grainsPerStep);
}

/** What the node's own customers ask for in a day: its demand without what its takers ask for. */
function ownDailyDemand(flow: NodeFlow, takers: readonly (NodeFlow | undefined)[]): number {
  const rest = takers.reduce((sum, taker) => sum - (taker?.dailyDemand ?? 0), flow.dailyDemand);
  return Math.max(1, rest);
}

/** Priority of a node without orders: after all that have any. */
const lowest = 1000;

/** The most urgent priority among the open orders of a node and of all that draw on it; branches come before sources. */
function urgencyOf(
  { frame }: NodeWork,
  flows: readonly NodeFlow[],
  claimsOn: ReadonlyMap<number, readonly LineClaim[]>,
): ReadonlyMap<number, number> {
  const urgency = new Map<number, number>();
  for (const { node } of flows) {
    let most = lowest;
    for (let row = frame.demandStart[node] ?? 0; row < (frame.demandStart[node + 1] ?? 0); row += 1) {
      if (frame.demandHold[row] !== 1) most = Math.min(most, frame.demandPriority[row] ?? lowest);
    }
    for (const claim of claimsOn.get(node) ?? []) most = Math.min(most, urgency.get(claim.line.node) ?? lowest);
    urgency.set(node, most);
  }
  return urgency;
}
