import { fromGrains, grainsPerStep, grainsPerUnit, roundUpTo } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NodeWork } from './node-work.ts';

/**
 * What a stock unit costs on a lane when `quantity` grains are ordered: the price of the highest break it reaches, else
 * the lane's, else the item's cost. Money per stock unit; does not throw.
 */
export function unitCostFor(work: NodeWork, lane: number, quantity: number): number {
  const { frame } = work;
  const itemCost = frame.itemCost[frame.nodeItem[work.node] ?? 0] ?? 0;
  if (lane === notSet) return itemCost;
  const first = frame.breakStart[lane] ?? 0;
  for (let row = (frame.breakStart[lane + 1] ?? 0) - 1; row >= first; row -= 1) {
    if ((frame.breakMinQty[row] ?? 0) <= quantity) return frame.breakUnitCost[row] ?? 0;
  }
  const laneCost = frame.laneUnitCost[lane] ?? 0;
  return laneCost > 0 ? laneCost : itemCost;
}

/**
 * Sets `requirement.priced`, the quantity to order instead of `requirement.step` where a higher price break costs less in
 * all: order cost, purchase and holding per day of the demand it covers (PLN-31). Only with a holding rate: without one
 * nothing says what it costs to store more. Never above the lane's maximum, never more than is asked for from the day of
 * need on. Does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 4.5 (all-units discounts).
 *
 * @example 100 at 10.00, or 120 at 9.00 → 120 at a holding rate of 0.2 and a demand of 10 a day
 */
export function raiseToBreak(work: NodeWork): void {
  const { frame, node, requirement } = work;
  const { lane, multiple, maxQty } = work.placement.lane;
  requirement.priced = requirement.step;
  const rate = frame.nodeHoldingRate[node] ?? 0;
  if (!(rate > 0) || !(work.dailyDemand > 0)) return;
  const mostUseful = demandFrom(work, requirement.needDay);
  let least = costPerDay(work, lane, requirement.step);
  const end = frame.breakStart[lane + 1] ?? 0;
  for (let row = frame.breakStart[lane] ?? 0; row < end; row += 1) {
    const minimum = frame.breakMinQty[row] ?? 0;
    if (minimum <= requirement.step) continue;
    const candidate = roundUpTo(multiple > 0 ? roundUpTo(minimum, multiple) : minimum, grainsPerStep);
    if (maxQty > 0 && candidate > maxQty) continue;
    if (candidate > mostUseful) continue;
    const cost = costPerDay(work, lane, candidate);
    if (cost < least) {
      least = cost;
      requirement.priced = candidate;
    }
  }
}

/** Demand from a day (offset) to the horizon; a forecast goes on behind it. */
function demandFrom(work: NodeWork, day: number): number {
  if ((work.forecastViews.forecastLevel[work.node] ?? 0) > 0) return Infinity;
  let sum = 0;
  for (let later = Math.max(0, day); later < work.horizon; later += 1) sum += work.demand[later] ?? 0;
  return sum;
}

function costPerDay(work: NodeWork, lane: number, quantity: number): number {
  const { frame, node } = work;
  const decimals = frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0;
  const units = fromGrains(quantity, decimals);
  const perDay = work.dailyDemand / grainsPerUnit(decimals);
  const unitCost = unitCostFor(work, lane, quantity);
  const orderCost = Math.max(0, frame.nodeOrderCost[node] ?? 0);
  const holding = ((frame.nodeHoldingRate[node] ?? 0) * unitCost * units) / 2 / 365;
  return ((orderCost + unitCost * units) * perDay) / units + holding;
}
