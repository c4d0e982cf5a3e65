import { codeOf, orderKinds } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { WorkCalendars } from '#core/plan/work-calendar.ts';
import { hasProposals } from './spare-grains.ts';
import { firstWay } from './way-days.ts';

const transfer = codeOf(orderKinds, 'transfer');

/** A way from a node that can spare something to one of the same item that orders or is short. */
export interface MoveLink {
  readonly giver: number;
  readonly taker: number;
  /** The lane whose terms hold for the way. */
  readonly lane: number;
  readonly firstShipDay: number;
  readonly firstArrivalDay: number;
}

/**
 * The ways on which something could be moved, per item (REB-8): the transfer lanes between two nodes, and between two sites
 * of one company that draw on the same source the terms of the taker's lane from it. Each pair has one way.
 * O(nodes + lanes + ways), does not throw.
 */
export function findMoveLinks(
  frame: Frame,
  plan: PlanResult,
  spare: Float64Array,
  calendars: WorkCalendars,
): ReadonlyMap<number, readonly MoveLink[]> {
  const links = new Map<number, MoveLink[]>();
  const givers = giversBySource(frame, spare);
  /** The taker each giver was joined to last. */
  const joinedTo = new Int32Array(frame.meta.nodes).fill(notSet);
  for (let taker = 0; taker < frame.meta.nodes; taker += 1) {
    const end = frame.laneStart[taker + 1] ?? 0;
    const first = frame.laneStart[taker] ?? 0;
    if (first === end || !(hasProposals(plan, taker) || (plan.nodeLowestBalance[taker] ?? 0) < 0)) continue;
    // Lanes before siblings: their terms are agreed and not inferred.
    for (let lane = first; lane < end; lane += 1) {
      const source = transferSource(frame, lane);
      if (source !== notSet && (spare[source] ?? 0) > 0) addLink(source, taker, lane);
    }
    for (let lane = first; lane < end; lane += 1) {
      const source = transferSource(frame, lane);
      const siblings = source === notSet ? undefined : givers.get(source);
      for (const giver of siblings ?? []) {
        if (giver !== taker && companyOf(frame, giver) === companyOf(frame, taker)) addLink(giver, taker, lane);
      }
    }
  }
  return links;

  function addLink(giver: number, taker: number, lane: number): void {
    if (joinedTo[giver] === taker) return;
    const way = firstWay(frame, calendars, lane, taker);
    if (way === null) return;
    joinedTo[giver] = taker;
    const item = frame.nodeItem[taker] ?? 0;
    const ofItem = links.get(item);
    const link = { giver, taker, lane, firstShipDay: way.shipDay, firstArrivalDay: way.arrivalDay };
    if (ofItem) ofItem.push(link);
    else links.set(item, [link]);
  }
}

/** The nodes with something to spare by the node they draw on. */
function giversBySource(frame: Frame, spare: Float64Array): ReadonlyMap<number, readonly number[]> {
  const givers = new Map<number, number[]>();
  spare.forEach((grains, node) => {
    if (grains <= 0) return;
    const end = frame.laneStart[node + 1] ?? 0;
    for (let lane = frame.laneStart[node] ?? 0; lane < end; lane += 1) {
      const source = transferSource(frame, lane);
      if (source === notSet) continue;
      const ofSource = givers.get(source);
      if (ofSource === undefined) givers.set(source, [node]);
      else if (ofSource.at(-1) !== node) ofSource.push(node);
    }
  });
  return givers;
}

function transferSource(frame: Frame, lane: number): number {
  return frame.laneKind[lane] === transfer ? (frame.laneSource[lane] ?? notSet) : notSet;
}

function companyOf(frame: Frame, node: number): number {
  return frame.siteCompany[frame.nodeSite[node] ?? 0] ?? notSet;
}
