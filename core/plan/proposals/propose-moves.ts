import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { findRebalancing } from '#core/plan/rebalance/find-rebalancing.ts';
import type { RebalancingMove } from '#core/plan/rebalance/rebalancing-input.ts';
import { createWorkCalendars, type WorkCalendars } from '#core/plan/work-calendar.ts';
import { dividingRule, type DividingRule } from './dividing-rule.ts';
import { grainsPerUnitOf } from './grains-per-unit-of.ts';
import { findMoveLinks, type MoveLink } from './move-links.ts';
import type { ProposedMove } from './proposed-move.ts';
import { createNeedReader, type ReplaceableNeed } from './replaceable-needs.ts';
import { settleMoves, valueBetween, type Inflow, type OpenNeed } from './settle-moves.ts';
import { spareGrains } from './spare-grains.ts';
import { shipDayFor } from './way-days.ts';

const makeToOrder = codeOf(planMethods, 'make_to_order');

/** A node that orders or is short, with what could still be covered from elsewhere. */
interface Taker {
  readonly node: number;
  readonly needs: ReplaceableNeed[];
  readonly rule: DividingRule;
}

/** The needs of a taker that all links of a round reach in time. */
interface Demand {
  readonly taker: Taker;
  readonly needs: readonly ReplaceableNeed[];
  readonly open: readonly OpenNeed[];
  readonly grains: number;
  readonly needDay: number;
  readonly lastDay: number;
  readonly value: number;
}

/**
 * Transfers of surplus that replace what would be bought, or serve what would be short (REB-7 to REB-13), each worth more
 * than it costs. Advice beside the plan: it changes no line. By item, then in the order in which they were found: what is
 * short first, nearest givers first. O(nodes + lanes) where nothing is to be moved; does not throw.
 *
 * @example 50 too many at branch B, a purchase of 30 for branch A: 30 from B to A
 */
export function proposeMoves(frame: Frame, plan: PlanResult): readonly ProposedMove[] {
  const calendars = createWorkCalendars(frame);
  const spare = spareGrains(frame, plan);
  const links = findMoveLinks(frame, plan, spare, calendars);
  const reader = createNeedReader(frame, plan, calendars);
  const moves: ProposedMove[] = [];
  for (const item of [...links.keys()].sort((a, b) => a - b)) {
    const ofItem = links.get(item) ?? [];
    const takers = new Map<number, Taker>();
    for (const { taker } of ofItem) {
      if (takers.has(taker)) continue;
      takers.set(taker, { node: taker, needs: reader.needsOf(taker), rule: dividingRule(frame, taker) });
    }
    const arrivals = [...new Set(ofItem.map(({ firstArrivalDay }) => firstArrivalDay))].sort((a, b) => a - b);
    for (const isUrgent of [true, false]) {
      for (const arrival of arrivals) {
        const reachable = ofItem.filter(({ giver, firstArrivalDay }) => firstArrivalDay <= arrival && (spare[giver] ?? 0) > 0);
        if (reachable.length > 0) moves.push(...solveRound(frame, calendars, spare, takers, reachable, arrival, isUrgent));
      }
    }
  }
  return moves;
}

/** One flow over the links of an item that arrive by `arrival`; takes what it moves out of `spare` and of the needs. */
function solveRound(
  frame: Frame,
  calendars: WorkCalendars,
  spare: Float64Array,
  takers: ReadonlyMap<number, Taker>,
  links: readonly MoveLink[],
  arrival: number,
  isUrgent: boolean,
): ProposedMove[] {
  const demands = new Map<number, Demand>();
  for (const node of new Set(links.map(({ taker }) => taker))) {
    const taker = takers.get(node);
    const demand = taker === undefined ? null : demandOf(frame, taker, arrival, isUrgent);
    if (demand !== null) demands.set(node, demand);
  }
  const usable = links.filter(({ taker }) => demands.has(taker));
  if (usable.length === 0) return [];
  const nodes = [...new Set(usable.flatMap(({ giver, taker }) => [giver, taker]))];
  const place = new Map(nodes.map((node, index) => [node, index]));
  const placeOf = (node: number) => place.get(node) ?? 0;
  const found = findRebalancing({
    planDay: frame.meta.planDay,
    grainsPerUnit: grainsPerUnitOf(frame, nodes[0] ?? 0),
    nodes: {
      excess: nodes.map((node) => (demands.has(node) ? 0 : (spare[node] ?? 0))),
      need: nodes.map((node) => demands.get(node)?.grains ?? 0),
      needDay: nodes.map((node) => demands.get(node)?.needDay ?? 0),
      lastUsefulDay: nodes.map((node) => demands.get(node)?.lastDay ?? 0),
      needValue: nodes.map((node) => demands.get(node)?.value ?? 0),
    },
    links: {
      from: usable.map(({ giver }) => placeOf(giver)),
      to: usable.map(({ taker }) => placeOf(taker)),
      unitCost: usable.map(({ lane }) => costOf(frame, lane)),
      leadTimeDays: usable.map(({ firstArrivalDay }) => firstArrivalDay - frame.meta.planDay),
      multiple: usable.map(({ lane }) => multipleOf(frame, lane)),
      minimum: usable.map(({ lane }) => frame.laneMoq[lane] ?? 0),
    },
  });
  const linkOf = new Map(usable.map((link) => [`${placeOf(link.giver)} ${placeOf(link.taker)}`, link]));
  const inflows = new Map<number, { readonly move: RebalancingMove; readonly link: MoveLink }[]>();
  for (const move of found) {
    const link = linkOf.get(`${move.fromNode} ${move.toNode}`);
    if (link === undefined) continue;
    const ofTaker = inflows.get(link.taker);
    if (ofTaker) ofTaker.push({ move, link });
    else inflows.set(link.taker, [{ move, link }]);
  }
  return [...inflows].flatMap(([node, ofTaker]) => {
    const demand = demands.get(node);
    return demand === undefined ? [] : settleTaker(frame, calendars, spare, demand, ofTaker);
  });
}

/** What a taker needs that a move arriving on `arrival` still helps; null where that is nothing. */
function demandOf(frame: Frame, taker: Taker, arrival: number, isUrgent: boolean): Demand | null {
  const needs: ReplaceableNeed[] = [];
  for (const need of taker.needs) {
    const isReached = arrival <= (isUrgent ? need.rescueDay : need.lastDay);
    // Whatever comes to a node made to order serves its first demand: later lines cannot be replaced before earlier ones.
    if (!isReached && frame.nodeMethod[taker.node] === makeToOrder) break;
    if (need.grains > 0 && isReached && (isUrgent ? need.rescue > 0 : need.purchase > 0)) needs.push(need);
  }
  if (needs.length === 0) return null;
  const open = needs.map(({ grains, order, purchase, rescue }) => ({
    grains,
    isUnordered: order === notSet,
    value: purchase + (isUrgent ? rescue : 0),
  }));
  return {
    taker,
    needs,
    open,
    grains: open.reduce((sum, { grains }) => sum + grains, 0),
    needDay: Math.min(...needs.map(({ needDay }) => needDay)),
    lastDay: Math.min(...needs.map(({ lastDay, rescueDay }) => (isUrgent ? rescueDay : lastDay))),
    // The least of all: the flow may not count on a better need than the one it covers.
    value: Math.min(...open.map(({ value }) => value)),
  };
}

/** Cuts what comes to a taker down to what helps, and writes it down. */
function settleTaker(
  frame: Frame,
  calendars: WorkCalendars,
  spare: Float64Array,
  { taker, needs, open, needDay }: Demand,
  found: readonly { readonly move: RebalancingMove; readonly link: MoveLink }[],
): ProposedMove[] {
  const grainsPerUnit = grainsPerUnitOf(frame, taker.node);
  const arriving = found.toSorted((a, b) => a.move.arrivalDay - b.move.arrivalDay || a.link.giver - b.link.giver);
  const inflows = arriving.map(({ move, link: { lane } }): Inflow => {
    const multiple = multipleOf(frame, lane);
    const least = Math.max(multiple, roundUpTo(frame.laneMoq[lane] ?? 0, multiple));
    return { grains: move.grains, multiple, least, unitCost: costOf(frame, lane) };
  });
  const settled = settleMoves(open, taker.rule, inflows);
  const moves: ProposedMove[] = [];
  let placed = 0;
  arriving.forEach(({ link: { giver, lane, firstShipDay, firstArrivalDay } }, index) => {
    const grains = settled[index] ?? 0;
    if (grains === 0) return;
    const receiptDay = Math.max(firstArrivalDay, needDay);
    moves.push({
      fromNode: giver,
      toNode: taker.node,
      lane,
      grains,
      shipDay: shipDayFor(frame, calendars, lane, taker.node, receiptDay, firstShipDay),
      receiptDay,
      cost: (costOf(frame, lane) * grains) / grainsPerUnit,
      benefit: valueBetween(open, placed, placed + grains) / grainsPerUnit,
      replacedOrder: needAt(needs, placed)?.order ?? notSet,
    });
    spare[giver] = (spare[giver] ?? 0) - grains;
    placed += grains;
  });
  coverNeeds(needs, placed);
  return moves;
}

/** The need that the next grain covers when `placed` grains are there. */
function needAt(needs: readonly ReplaceableNeed[], placed: number): ReplaceableNeed | undefined {
  let through = 0;
  return needs.find(({ grains }) => (through += grains) > placed);
}

function coverNeeds(needs: readonly ReplaceableNeed[], placed: number): void {
  let left = placed;
  for (const need of needs) {
    const covered = Math.min(left, need.grains);
    need.grains -= covered;
    left -= covered;
  }
}

function multipleOf(frame: Frame, lane: number): number {
  return Math.max(grainsPerStep, frame.laneMultiple[lane] ?? 0);
}

function costOf(frame: Frame, lane: number): number {
  return Math.max(0, frame.laneUnitCost[lane] ?? 0);
}
