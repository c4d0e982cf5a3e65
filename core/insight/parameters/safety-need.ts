import { safetyFactor } from '#core/demand/nodes/set-safety-factors.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { fillFactor } from '#core/policy/safety-stock/fill-factor.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import type { NodePolicy } from './node-policy.ts';
import { inPacks } from './usual-order.ts';

/** What a safety stock follows from beside the forecast; any of a node's own terms may be replaced. */
export type SafetyTerms = Pick<NodePolicy, 'node' | 'sigma' | 'fillOrderQty' | 'step' | 'serviceType'>;

/**
 * The safety stock a service target asks for, in stock units and whole steps: the plan's own rule (POL-1, POL-2) for any
 * target. A target of 0 asks for none. Does not throw for targets below 1.
 *
 * @example const policy = readNodePolicy(frame, forecast, result, 1);
 *   safetyNeed(forecast, policy, policy.serviceTarget) === 17 (what the plan protects)
 */
export function safetyNeed(forecast: ForecastViews, terms: SafetyTerms, target: number): number {
  if (!(target > 0 && terms.sigma > 0)) return 0;
  const k = normalNeed(terms, target);
  return inPacks(Math.max(0, safetyFactor(forecast, terms.node, k) * terms.sigma), terms.step);
}

/** The normal safety factor a target asks for; below 0 where an even chance is more than enough. */
function normalNeed({ serviceType, fillOrderQty, sigma }: SafetyTerms, target: number): number {
  return serviceType === 'cycle' ? normalQuantile(target) : fillFactor(((1 - target) * fillOrderQty) / sigma);
}

/**
 * What has to be typed as safety stock so that it and the days typed beside it hold `needed`, in stock units and whole steps.
 * Does not throw.
 * Source: POL-57.
 *
 * @example typedNeed({ method: 'time_phased', typedDays: 3, dailyDemand: 4, step: 1 }, 20) === 8
 */
export function typedNeed(policy: Pick<NodePolicy, 'method' | 'typedDays' | 'dailyDemand' | 'step'>, needed: number): number {
  return inPacks(Math.max(0, needed - Math.floor(stockOfDays(policy) / policy.step + 1e-9) * policy.step), policy.step);
}

/**
 * What days of cover hold beside a typed safety stock, in stock units; a reorder point knows none. Does not throw.
 *
 * @example stockOfDays({ method: 'time_phased', typedDays: 3, dailyDemand: 4 }) === 12
 */
export function stockOfDays({
  method,
  typedDays,
  dailyDemand,
}: Pick<NodePolicy, 'method' | 'typedDays' | 'dailyDemand'>): number {
  return method === 'reorder_point' ? 0 : typedDays * dailyDemand;
}

/**
 * The safety stock a node holds now, in stock units; below 0 where its level does not even hold the expected demand. Days are
 * taken at the mean daily demand. Does not throw.
 * Source: POL-53.
 *
 * @example heldSafety(forecast, { method: 'reorder_point', protection: 'levels', min: 30, leadDemand: 20 }) === 10
 */
export function heldSafety(forecast: ForecastViews, policy: NodePolicy): number {
  const { method, protection, min, max, leadDemand, typedStock, serviceTarget } = policy;
  if (protection === 'levels') return (method === 'periodic' ? max : (min ?? 0)) - leadDemand;
  if (protection === 'typed') return (typedStock ?? 0) + stockOfDays(policy);
  return protection === 'target' ? safetyNeed(forecast, policy, serviceTarget) : 0;
}
