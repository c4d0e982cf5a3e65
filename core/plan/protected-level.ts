import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import { codeOf, planMethods, serviceTypes } from '#core/frame/codes.ts';
import { roundUpTo, grainsPerStep } from '#core/base/quantity.ts';
import { safetyFactor } from '#core/demand/nodes/set-safety-factors.ts';
import { fillFactor } from '#core/policy/safety-stock/fill-factor.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { protectionSigma } from '#core/policy/safety-stock/protection-sigma.ts';
import type { NodeWork } from './node-work.ts';

const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');
const makeToOrder = codeOf(planMethods, 'make_to_order');
const fill = codeOf(serviceTypes, 'fill');
/** Days over which the mean daily demand is taken. */
const meanDays = 28;

/** Fills `dailyDemand`, `safetyStock` and `level` (per day) of the node in work (PLN-5). Does not throw. */
export function protectLevel(work: NodeWork): void {
  const { frame, node, level, demand, horizon } = work;
  let sum = 0;
  const days = Math.min(meanDays, horizon);
  for (let day = 0; day < days; day += 1) sum += demand[day] ?? 0;
  work.dailyDemand = days === 0 ? 0 : sum / days;
  const method = frame.nodeMethod[node];
  work.safetyStock = method === makeToOrder ? 0 : safetyStockOf(work);
  const min = frame.nodeMinQty[node] ?? 0;
  if (method === minMax) level.fill(Math.max(0, min));
  else if (method === reorderPoint) level.fill(min >= 0 ? min : reorderLevel(work));
  else {
    level.fill(work.safetyStock);
    if (method !== makeToOrder) addSafetyDays(work);
  }
  // What the successor takes over is not held in stock any more.
  if (work.orderEnd < horizon) level.fill(0, work.orderEnd);
}

/** The demand expected over lead time and review, and the safety stock. */
function reorderLevel(work: NodeWork): number {
  const { frame, node } = work;
  const lane = frame.laneStart[node] ?? 0;
  if (lane === frame.laneStart[node + 1]) return work.safetyStock;
  const coverDays = calendarLeadDays(frame, node, lane) + (frame.laneReviewDays[lane] ?? 0);
  return Math.round(work.dailyDemand * coverDays) + work.safetyStock;
}

/** Units where they are given; else from the service target, unless days of cover protect the node. Whole steps. */
function safetyStockOf(work: NodeWork): number {
  const { frame, node } = work;
  const given = frame.nodeSafetyStock[node] ?? -1;
  if (given >= 0) return given;
  const target = frame.nodeServiceTarget[node] ?? 0;
  if (!(target > 0) || (frame.nodeSafetyDays[node] ?? 0) > 0) return 0;
  const lane = frame.laneStart[node] ?? 0;
  if (lane === frame.laneStart[node + 1]) return 0;
  const sd = work.forecastViews.forecastSd[node] ?? 0;
  const reviewDays = frame.laneReviewDays[lane] ?? 0;
  const sigma = protectionSigma(
    work.dailyDemand,
    sd / Math.sqrt(7),
    calendarLeadDays(frame, node, lane),
    Math.max(0, frame.laneLeadTimeSd[lane] ?? 0),
    reviewDays,
  );
  if (sigma === 0) return 0;
  const { forecastViews } = work;
  if (frame.nodeServiceType[node] !== fill)
    return wholeSteps(safetyFactor(forecastViews, node, cycleFactor(work, target)) * sigma);
  const orderQty = Math.max(frame.laneMoq[lane] ?? 0, work.dailyDemand * Math.max(7, reviewDays));
  return wholeSteps(safetyFactor(forecastViews, node, fillFactor(((1 - target) * orderQty) / sigma)) * sigma);
}

function wholeSteps(grains: number): number {
  return roundUpTo(Math.round(Math.max(0, grains)), grainsPerStep);
}

/** Items share a handful of service targets, so the factor of the last one is kept. */
function cycleFactor(work: NodeWork, target: number): number {
  const { lastFactor } = work;
  if (lastFactor.target !== target) {
    lastFactor.target = target;
    lastFactor.factor = normalQuantile(target);
  }
  return lastFactor.factor;
}

/** Adds the demand of the days that follow. */
function addSafetyDays(work: NodeWork): void {
  const { level, horizon } = work;
  const safetyDays = work.frame.nodeSafetyDays[work.node] ?? 0;
  if (!(safetyDays > 0)) return;
  const whole = Math.floor(safetyDays);
  const part = safetyDays - whole;
  let sum = 0;
  for (let day = 1; day <= whole; day += 1) sum += demandOn(work, day);
  for (let day = 0; day < horizon; day += 1) {
    const next = demandOn(work, day + whole + 1);
    level[day] = (level[day] ?? 0) + Math.round(sum + part * next);
    sum += next - demandOn(work, day + 1);
  }
}

/** Behind the horizon a computed forecast goes on; of orders and given forecasts nothing is known there. */
function demandOn({ demand, horizon, dailyDemand, forecastViews, node }: NodeWork, day: number): number {
  if (day < horizon) return demand[day] ?? 0;
  return (forecastViews.forecastLevel[node] ?? 0) > 0 ? Math.round(dailyDemand) : 0;
}
