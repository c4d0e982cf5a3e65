import type { ReorderPolicy } from './fill-rate.ts';
import type { ReorderSystem } from './reorder-system.ts';
import { settlePolicy } from './settle-policy.ts';
import { invariant } from '#core/base/invariant.ts';

/** An item whose shortages cost something per unit and not per time. */
export interface ShortageSystem extends Omit<ReorderSystem, 'waitingCost'> {
  /** Money per unit short, however long it waits; above 0. */
  readonly shortageCost: number;
}

/**
 * The policy of least cost when each unit short costs `shortageCost` once, however long it waits: Q = √(2λ(K + p·n(r)) ÷ h)
 * and P(D > r) = Q·h ÷ (p·λ), met in turns. Undefined where a shortage costs too little for stock to be worth holding.
 * A rate or cost that is not above 0 is a bug of the caller.
 * Source: Nahmias, Production and Operations Analysis, chapter 5; Snyder and Shen, section 5.3 (expected inventory level).
 *
 * @example policyByShortageCost({ orderCost: 50, holdingCost: 2, shortageCost: 25, demandRate: 200,
 *   leadTimeDemand: normalDistribution(100, 25) }) ≈ { reorderPoint: 142.57, orderQty: 110.77 }
 */
export function policyByShortageCost(system: ShortageSystem): ReorderPolicy | undefined {
  const { orderCost, demandRate, holdingCost, shortageCost, leadTimeDemand } = system;
  invariant(Math.min(orderCost, demandRate, holdingCost, shortageCost) > 0, 'a shortage is weighed against costs above 0');
  const found = settlePolicy(system, (orderQty) => {
    const shareShort = (orderQty * holdingCost) / (shortageCost * demandRate);
    const reorderPoint = leadTimeDemand.quantile(Math.max(0, 1 - shareShort));
    const perCycle = orderCost + shortageCost * leadTimeDemand.loss(reorderPoint);
    return { reorderPoint, orderQty: shareShort < 1 ? Math.sqrt((2 * demandRate * perCycle) / holdingCost) : Infinity };
  });
  return found.orderQty === Infinity ? undefined : found;
}

/**
 * Expected cost per time of a policy when each unit short costs once: h·(r - mean + Q/2) + (K + p·n(r))·λ ÷ Q. Does not
 * throw. Source: as for `policyByShortageCost`.
 *
 * @example costByShortage({ orderCost: 50, holdingCost: 2, shortageCost: 25, demandRate: 200,
 *   leadTimeDemand: normalDistribution(100, 25) }, { reorderPoint: 142.57, orderQty: 110.77 }) ≈ 306.684
 */
export function costByShortage(
  { orderCost, demandRate, holdingCost, shortageCost, leadTimeDemand }: ShortageSystem,
  { reorderPoint, orderQty }: ReorderPolicy,
): number {
  const holding = holdingCost * (reorderPoint - leadTimeDemand.mean + orderQty / 2);
  return holding + ((orderCost + shortageCost * leadTimeDemand.loss(reorderPoint)) * demandRate) / orderQty;
}
