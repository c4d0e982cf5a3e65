import { calendarLeadDays } from '#core/frame/calendar-lead-days.ts';
import { grainsPerStep, grainsPerUnit } from '#core/base/quantity.ts';
import { forecastWeeks, type ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { planMethods, serviceTypes } from '#core/frame/codes.ts';
import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { protectionSigma } from '#core/policy/safety-stock/protection-sigma.ts';
import { usualOrder, type OrderTerms } from './usual-order.ts';

/** What decides on the safety stock of a node: nothing, its service target, units or days that were typed, or levels. */
export const protections = ['none', 'target', 'typed', 'levels'] as const;
export type Protection = (typeof protections)[number];

/** How one node is protected, and against what; quantities in stock units, times in days, money in the item's currency. */
export interface NodePolicy extends OrderTerms {
  readonly node: number;
  readonly protection: Protection;
  /**
   * Nodes without demand, lane or method, those made to order, and items whose successor takes over, are protected by
   * nothing that could be judged.
   */
  readonly isJudged: boolean;
  /** The part of the demand that the forecast of the node itself expects; the rest are orders of other nodes, or of customers ahead. */
  readonly ownDemand: number;
  readonly weeklySd: number;
  /** Calendar days, also where the lane counts working days. */
  readonly leadTimeDays: number;
  readonly leadTimeSd: number;
  /** Deviation of demand over lead time and review, as the plan counts it (POL-1). */
  readonly sigma: number;
  /** Demand of lead time and review that a level has to hold, beside the safety stock. */
  readonly leadDemand: number;
  /** The usual order, and the one the plan's fill rate counts with (POL-2). */
  readonly orderQty: number;
  readonly fillOrderQty: number;
  readonly price: number;
  readonly serviceTarget: number;
  readonly serviceType: (typeof serviceTypes)[number];
  /** As typed; undefined where nothing is. */
  readonly typedStock: number | undefined;
  readonly typedDays: number;
}

const daysOfMean = 28;

/** One object is filled and handed out: copies of parts are most of the time for 100,000 nodes. */
type Mutable<Value> = { -readonly [Name in keyof Value]: Value[Name] };

/**
 * Reads how a node is protected from its frame (with the parameters of the plan in force), its forecast and its plan. Demand is
 * that of the plan: the mean of the next 28 days, dependent demand included. Does not throw.
 * Source: POL-53.
 *
 * @example readNodePolicy(frame, forecast, result, 0).dailyDemand === 10
 */
export function readNodePolicy(frame: Frame, forecast: ForecastViews, result: PlanResult, node: number): NodePolicy {
  const item = frame.nodeItem[node] ?? 0;
  const scale = grainsPerUnit(frame.itemDecimals[item] ?? 0);
  const units = (grains: number | undefined): number => (grains ?? 0) / scale;
  const lane = frame.laneStart[node] ?? 0;
  const hasLane = lane !== frame.laneStart[node + 1];
  const method = planMethods[frame.nodeMethod[node] ?? 0] ?? 'none';
  const min = frame.nodeMinQty[node] ?? notSet;
  const max = Math.max(0, units(frame.nodeMaxQty[node]));
  const dailyDemand = Math.max(0, units(result.nodeDailyDemand[node]));
  const ownDemand = Math.min(dailyDemand, units(ownGrains(frame, forecast, node)));
  const leadTimeDays = hasLane ? calendarLeadDays(frame, node, lane) : 0;
  const leadTimeSd = hasLane ? Math.max(0, frame.laneLeadTimeSd[lane] ?? 0) : 0;
  const reviewDays = hasLane ? (frame.laneReviewDays[lane] ?? 0) : 0;
  const weeklySd = units(forecast.forecastSd[node]);
  // A minimum is compared with a position that already lacks the orders due until an order arrives (PLN-16).
  const isPosition = method === 'min_max' || (method === 'periodic' && max > 0);
  const typedStock = frame.nodeSafetyStock[node] ?? notSet;
  const cost = frame.itemCost[item] ?? 0;
  const unitCost = cost > 0 ? cost : hasLane ? (frame.laneUnitCost[lane] ?? 0) : 0;
  const price = frame.itemPrice[item] ?? 0;
  const step = units(grainsPerStep);
  const policy: Mutable<NodePolicy> = {
    node,
    method,
    protection: 'none',
    isJudged: false,
    lotRule: frame.nodeLotRule[node] ?? 0,
    lotPeriods: frame.nodeLotPeriods[node] ?? 0,
    step,
    pack: Math.max(step, hasLane ? units(frame.laneMultiple[lane]) : 0),
    minimum: hasLane ? units(frame.laneMoq[lane]) : 0,
    dailyDemand,
    ownDemand,
    weeklySd,
    leadTimeDays,
    leadTimeSd,
    reviewDays,
    sigma: protectionSigma(dailyDemand, weeklySd / Math.sqrt(7), leadTimeDays, leadTimeSd, reviewDays),
    leadDemand: (isPosition ? ownDemand : dailyDemand) * (leadTimeDays + reviewDays),
    orderQty: 0,
    fillOrderQty: 0,
    unitCost,
    price: price > 0 ? price : unitCost,
    serviceTarget: frame.nodeServiceTarget[node] ?? 0,
    serviceType: serviceTypes[frame.nodeServiceType[node] ?? 0] ?? 'cycle',
    typedStock: typedStock < 0 ? undefined : units(typedStock),
    typedDays: Math.max(0, frame.nodeSafetyDays[node] ?? 0),
    min: min < 0 ? undefined : units(min),
    max,
    orderCost: Math.max(0, frame.nodeOrderCost[node] ?? 0),
    holdingRate: Math.max(0, frame.nodeHoldingRate[node] ?? 0),
  };
  const isPlanned = method !== 'none' && method !== 'make_to_order' && !isSucceeded(frame, node);
  policy.orderQty = usualOrder(policy);
  policy.fillOrderQty = Math.max(policy.minimum, dailyDemand * Math.max(7, reviewDays));
  policy.protection = protectionOf(policy);
  policy.isJudged = isPlanned && hasLane && dailyDemand > 0 && policy.sigma > 0;
  return policy;
}

/** Whether another item takes over before the horizon ends, so that nothing is held any more (PLN-28). */
function isSucceeded({ nodeSuccessor, nodeSuccessorFrom, meta }: Frame, node: number): boolean {
  return nodeSuccessor[node] !== notSet && (nodeSuccessorFrom[node] ?? 0) < meta.planDay + meta.horizonDays;
}

/** What the forecast of the node expects per day over the days of the mean. */
function ownGrains(frame: Frame, forecast: ForecastViews, node: number): number {
  if (forecast.forecastShaped[node] !== 1) return (forecast.forecastLevel[node] ?? 0) / 7;
  const weeks = forecastWeeks(frame);
  const counted = Math.min(weeks, daysOfMean / 7);
  let sum = 0;
  for (let week = 0; week < counted; week += 1) sum += forecast.forecastWeekly[node * weeks + week] ?? 0;
  return counted > 0 ? sum / counted / 7 : 0;
}

function protectionOf(
  policy: Pick<NodePolicy, 'method' | 'min' | 'max' | 'typedStock' | 'typedDays' | 'serviceTarget'>,
): Protection {
  const { method, min, max, typedStock, typedDays, serviceTarget } = policy;
  if (method === 'min_max' || (method === 'periodic' && max > 0) || (method === 'reorder_point' && min !== undefined))
    return 'levels';
  if (typedStock !== undefined || (typedDays > 0 && method !== 'reorder_point')) return 'typed';
  return serviceTarget > 0 && typedDays === 0 ? 'target' : 'none';
}
