import { safetyFactor } from '#core/demand/nodes/set-safety-factors.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { NodePolicy } from '#core/insight/parameters/node-policy.ts';
import { heldSafety } from '#core/insight/parameters/safety-need.ts';
import { fillFactor } from '#core/policy/safety-stock/fill-factor.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import type { StageKind } from './placement-columns.ts';

/** A site of a network as the placement takes it; quantities in stock units, times in days. */
export interface NetworkStage {
  readonly node: number;
  readonly kind: StageKind;
  /** Lead time and review of the lane the plan asks first. */
  readonly processingDays: number;
  readonly leadTimeSd: number;
  /** Demand of its own customers a day; 0 where it only supplies other sites. */
  readonly meanDemand: number;
  readonly sigma: number;
  /** z of the bound of its own customers' demand. */
  readonly factor: number;
  /** Safety stock held now. */
  readonly now: number;
  readonly unitCost: number;
  readonly step: number;
}

/** The normal factor at which the kept distributions end. */
const mostFactor = 4;

/**
 * A site as a stage (POL-82, POL-83). Where it supplies others, only the part of its demand that its own forecast expects is its
 * customers'. Does not throw.
 *
 * @example const { processingDays, now } = networkStage(forecast, readNodePolicy(frame, forecast, result, 1), false);
 *   [processingDays, now] is [21, 17]
 */
export function networkStage(forecast: ForecastViews, policy: NodePolicy, isSupplying: boolean): NetworkStage {
  const meanDemand = isSupplying ? policy.ownDemand : policy.dailyDemand;
  const now = Math.max(0, heldSafety(forecast, policy));
  return {
    node: policy.node,
    kind: policy.protection === 'levels' || policy.typedDays > 0 ? 'fixed' : policy.protection === 'typed' ? 'typed' : 'free',
    processingDays: policy.leadTimeDays + policy.reviewDays,
    leadTimeSd: policy.leadTimeSd,
    meanDemand,
    sigma: meanDemand > 0 ? policy.weeklySd / Math.sqrt(7) : 0,
    factor: meanDemand > 0 ? factorOf(forecast, policy, now) : 0,
    now,
    unitCost: policy.unitCost,
    step: policy.step,
  };
}

/** By the plan's own rule for the target; where there is none, what the stock that levels or days hold stands for. */
function factorOf(forecast: ForecastViews, policy: NodePolicy, now: number): number {
  const { node, sigma, serviceTarget, serviceType, fillOrderQty } = policy;
  if (!(sigma > 0)) return 0;
  if (!(serviceTarget > 0)) return Math.min(now / sigma, safetyFactor(forecast, node, mostFactor));
  const k = serviceType === 'cycle' ? normalQuantile(serviceTarget) : fillFactor(((1 - serviceTarget) * fillOrderQty) / sigma);
  return safetyFactor(forecast, node, k);
}
