import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, planMethods } from '#core/frame/codes.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { termsOfLane } from '#core/plan/gather-lanes.ts';
import type { NodeWork } from '#core/plan/node-work.ts';
import { sizeLot } from '#core/plan/size-lot.ts';
import { noOrders, type OrderRules } from '#core/simulate/item/order-rules.ts';
import type { NodeOutlook } from './node-outlook.ts';
import type { OrderDays } from './order-days.ts';
import { fillPosition, fillReviews } from './level-rules.ts';
import { needRules } from './need-rules.ts';

const minMax = codeOf(planMethods, 'min_max');
const reorderPoint = codeOf(planMethods, 'reorder_point');
const periodic = codeOf(planMethods, 'periodic');
const none = codeOf(planMethods, 'none');

/**
 * How the node in work orders day by day, in grains (rules SIM-25 to SIM-28): its own method of planning, asked again every day
 * with what is there by then. To be called when the node was planned. Does not throw.
 *
 * @example const work = createNodeWork(frame, forecast);
 *   planNode(work, 0);
 *   const days = orderDaysOf(work, 7);
 *   rulesOfNode(work, days, outlookOf(work, 7, days)).lot === 1000 (whole units)
 */
export function rulesOfNode(work: NodeWork, orderDays: OrderDays, outlook: NodeOutlook): OrderRules {
  const { lane, arrival } = orderDays;
  const { frame, node } = work;
  const days = arrival.length;
  const method = frame.nodeMethod[node];
  if (lane === notSet || method === none) return noOrders(days);
  const rules = { ...noOrders(days), ...lotOf(work, lane), isInclusive: method === reorderPoint };
  const isByPosition = method === minMax || method === reorderPoint || (method === periodic && (frame.nodeMaxQty[node] ?? 0) > 0);
  if (isByPosition) fillPosition(work, rules, orderDays, outlook);
  else if (method === periodic) fillReviews(work, rules, orderDays, outlook);
  else return needRules(work, rules, orderDays, outlook);
  return rules;
}

/** Whole lots of a fixed or an economic size, else whole multiples of the lane, else whole steps. */
function lotOf(work: NodeWork, lane: number): Pick<OrderRules, 'lot' | 'minimum'> {
  const { requirement, placement } = work;
  placement.lane = termsOfLane(work, lane);
  requirement.net = 1;
  sizeLot(work);
  const { multiple, moq } = placement.lane;
  const lot = requirement.lot > 1 ? requirement.lot : multiple > 0 ? multiple : grainsPerStep;
  return { lot: Math.max(grainsPerStep, lot), minimum: moq };
}
