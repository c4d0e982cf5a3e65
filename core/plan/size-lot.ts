import { grainsPerStep, grainsPerUnit, roundUpTo } from '#core/base/quantity.ts';
import { codeOf, lotRules } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';
import type { LotCosts } from '#core/policy/lots/lot-costs.ts';
import { silverMealEnd } from '#core/policy/lots/silver-meal-end.ts';
import { wagnerWhitinEnds } from '#core/policy/lots/wagner-whitin-ends.ts';
import { coverByCost } from './cover-by-cost.ts';
import type { LaneTerms } from './lane-terms.ts';
import type { NodeWork } from './node-work.ts';
import { unitCostFor } from './price-break.ts';

const fixed = codeOf(lotRules, 'fixed');
const eoq = codeOf(lotRules, 'eoq');
const periods = codeOf(lotRules, 'periods');
const silverMeal = codeOf(lotRules, 'silver_meal');
const wagnerWhitin = codeOf(lotRules, 'wagner_whitin');

/**
 * The days that a lot of the node in work on a lane covers (PLN-10): one under lot-for-lot, fixed and eoq, more where the
 * lane is reviewed less often or lots are for a number of days; notSet where the lot rule weighs its costs. Does not throw.
 */
export function lotDaysOf({ frame, node }: NodeWork, { reviewDays }: LaneTerms): number {
  const rule = frame.nodeLotRule[node];
  if (rule === silverMeal || rule === wagnerWhitin) return notSet;
  return Math.max(1, rule === periods ? (frame.nodeLotPeriods[node] ?? 1) : reviewDays);
}

/** Whether lots of the node in work are whole ones of a fixed or an economic size. Does not throw. */
export function hasLotSize({ frame, node }: NodeWork): boolean {
  const rule = frame.nodeLotRule[node];
  return rule === fixed || rule === eoq;
}

/** The day (offset, excluded) up to which a lot placed for `needDay` covers the requirement (PLN-10). Does not throw. */
export function lotWindowEnd(work: NodeWork, needDay: number): number {
  const { lotDays } = work.placement.lane;
  const end = lotDays === notSet ? endByCosts(work, needDay) : needDay + lotDays;
  return end < work.horizon ? end : work.horizon;
}

function endByCosts(work: NodeWork, needDay: number): number {
  const endOf = work.frame.nodeLotRule[work.node] === silverMeal ? endBySilverMeal : endByWagnerWhitin;
  return Math.max(needDay + 1, coverByCost(work, needDay, lotCosts(work), endOf));
}

function endBySilverMeal(required: Float64Array, costs: LotCosts): number {
  return silverMealEnd(required, 0, costs);
}

function endByWagnerWhitin(required: Float64Array, costs: LotCosts): number {
  return wagnerWhitinEnds(required, costs)[0] ?? 1;
}

function lotCosts(work: NodeWork): LotCosts {
  return { orderCost: orderCost(work), holdingCost: holdingCostPerDay(work) };
}

/**
 * Sets the lot for the net requirement and what is to be covered on top of it: whole fixed or economic lots, otherwise
 * both as they are. Grains; does not throw.
 */
export function sizeLot(work: NodeWork, onTop = 0): void {
  const { requirement } = work;
  requirement.lot = requirement.net + onTop;
  if (work.placement.lane.hasLotSize) roundToLots(work);
}

function roundToLots(work: NodeWork): void {
  const { frame, node, requirement } = work;
  const lot = frame.nodeLotRule[node] === fixed ? fixedLot(work) : economicLot(work);
  if (lot > 0) requirement.lot = roundUpTo(requirement.lot, lot);
}

/** A fixed lot is the lane's multiple, else its minimum, else the policy's maximum. */
function fixedLot(work: NodeWork): number {
  const { frame, node } = work;
  const { multiple, moq } = work.placement.lane;
  return multiple > 0 ? multiple : moq > 0 ? moq : Math.max(0, frame.nodeMaxQty[node] ?? 0);
}

function economicLot(work: NodeWork): number {
  const { multiple, moq } = work.placement.lane;
  return Math.round(
    economicOrderQuantity({
      demand: work.dailyDemand,
      orderCost: orderCost(work),
      holdingCost: holdingCostPerDay(work),
      pack: Math.max(grainsPerStep, multiple),
      minimum: Math.max(0, moq),
    }),
  );
}

function orderCost(work: NodeWork): number {
  return Math.max(0, work.frame.nodeOrderCost[work.node] ?? 0);
}

/** Cost of holding one grain for one day. */
function holdingCostPerDay(work: NodeWork): number {
  const { frame, node } = work;
  const rate = Math.max(0, frame.nodeHoldingRate[node] ?? 0);
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  return (rate * unitCostFor(work, work.placement.lane.lane, 0)) / 365 / grainsPerUnit(decimals);
}
