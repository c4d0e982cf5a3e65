import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { readNodePolicy, type NodePolicy } from '#core/insight/parameters/node-policy.ts';
import { heldSafety } from '#core/insight/parameters/safety-need.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { ServiceItems } from '#core/policy/service/service-items.ts';

/** The item-locations whose safety stock a service target or a typed quantity decides, ready to be traded against each other. */
export interface MovableNodes {
  readonly policies: readonly NodePolicy[];
  /** One entry per policy: demand a year, usual order, deviation, unit cost; a unit short counts its price. */
  readonly items: ServiceItems;
  /** Safety stock held now, in stock units. */
  readonly held: Float64Array;
  /** Item-locations with demand whose levels or days of cover decide, so that no target moves them. */
  readonly fixed: number;
}

const daysOfYear = 365;

/**
 * Reads which of `nodes` an exchange curve can move (POL-70): judged, and protected by a target, by a typed safety stock or by
 * nothing; levels and days of cover stay what they are. Does not throw.
 *
 * @example const { held, fixed } = movableNodes(frame, forecast, result, [1]);
 *   [held, fixed] is [[17], 0]
 */
export function movableNodes(frame: Frame, forecast: ForecastViews, result: PlanResult, nodes: ArrayLike<number>): MovableNodes {
  const policies: NodePolicy[] = [];
  let fixed = 0;
  for (let at = 0; at < nodes.length; at += 1) {
    const policy = readNodePolicy(frame, forecast, result, nodes[at] ?? 0);
    if (!policy.isJudged) continue;
    if (policy.protection === 'levels' || policy.typedDays > 0) fixed += 1;
    else policies.push(policy);
  }
  return {
    policies,
    items: {
      demand: Float64Array.from(policies, ({ dailyDemand }) => dailyDemand * daysOfYear),
      orderQuantity: Float64Array.from(policies, ({ orderQty }) => orderQty),
      sigma: Float64Array.from(policies, ({ sigma }) => sigma),
      unitValue: Float64Array.from(policies, ({ unitCost }) => unitCost),
      shortageWeight: Float64Array.from(policies, ({ price }) => price),
    },
    held: Float64Array.from(policies, (policy) => Math.max(0, heldSafety(forecast, policy))),
    fixed,
  };
}
