import { grainsPerStep, grainsPerUnit, roundUpTo } from '#core/base/quantity.ts';
import { codeOf, lotRules } from '#core/frame/codes.ts';
import { economicOrderQuantity } from '#core/policy/order-quantity/economic-order-quantity.ts';
import type { LotCosts } from '#core/policy/lots/lot-costs.ts';
import { silverMealEnd } from '#core/policy/lots/silver-meal-end.ts';
import { wagnerWhitinEnds } from '#core/policy/lots/wagner-whitin-ends.ts';
import { coverByCost } from './cover-by-cost.ts';
import type { NodeWork } from './node-work.ts';
import { unitCostFor } from './price-break.ts';

const fixed = codeOf(lotRules, 'fixed');
const eoq = codeOf(lotRules, 'eoq');
const periods = codeOf(lotRules, 'periods');
const silverMeal = codeOf(lotRules, 'silver_meal');
const wagnerWhitin = codeOf(lotRules, 'wagner_whitin');

/**
 * The day (offset, excluded) up to which a lot placed for `needDay` covers the requirement (PLN-10): one day under
 * lot-for-lot, fixed and eoq, more where the lane is reviewed less often or the lot rule looks ahead. Does not throw.
 */
export function lotWindowEnd(work: NodeWork, needDay: number): number {
  const { frame, node, horizon } = work;
  const reviewDays = frame.laneReviewDays[work.placement.lane] ?? 0;
  const rule = frame.nodeLotRule[node];
  let end = needDay + Math.max(1, reviewDays);
  if (rule === periods) end = needDay + Math.max(1, frame.nodeLotPeriods[node] ?? 1);
  else if (rule === silverMeal) end = coverByCost(work, needDay, lotCosts(work), endBySilverMeal);
  else if (rule === wagnerWhitin) end = coverByCost(work, needDay, lotCosts(work), endByWagnerWhitin);
  return Math.min(horizon, Math.max(end, needDay + 1));
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
  const { frame, node, requirement } = work;
  const rule = frame.nodeLotRule[node];
  requirement.lot = requirement.net + onTop;
  if (rule !== fixed && rule !== eoq) return;
  const lot = rule === fixed ? fixedLot(work) : economicLot(work);
  if (lot > 0) requirement.lot = roundUpTo(requirement.lot, lot);
}

/** A fixed lot is the lane's multiple, else its minimum, else the policy's maximum. */
function fixedLot(work: NodeWork): number {
  const { frame, node } = work;
  const { lane } = work.placement;
  const multiple = frame.laneMultiple[lane] ?? 0;
  const moq = frame.laneMoq[lane] ?? 0;
  return multiple > 0 ? multiple : moq > 0 ? moq : Math.max(0, frame.nodeMaxQty[node] ?? 0);
}

function economicLot(work: NodeWork): number {
  const { lane } = work.placement;
  const { frame } = work;
  return Math.round(
    economicOrderQuantity({
      demand: work.dailyDemand,
      orderCost: orderCost(work),
      holdingCost: holdingCostPerDay(work),
      pack: Math.max(grainsPerStep, frame.laneMultiple[lane] ?? 0),
      minimum: Math.max(0, frame.laneMoq[lane] ?? 0),
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
  return (rate * unitCostFor(work, work.placement.lane, 0)) / 365 / grainsPerUnit(decimals);
}
