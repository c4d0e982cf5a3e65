import { fillRate } from './fill-rate.ts';
import { invariant } from '#core/base/invariant.ts';
import type { Distribution } from '#core/statistics/distribution.ts';
import { findRoot } from '#core/statistics/find-root.ts';
import { inverseLoss } from '#core/statistics/inverse-loss.ts';

/** A share of demand to deliver from stock, above 0 and below 1, and the quantity of an order, above 0. */
export interface FillTarget {
  readonly fillRate: number;
  readonly orderQty: number;
}

/**
 * The reorder point at which the share of demand delivered from stock is the target, exactly; it lies below the mean of
 * `demand` where large orders alone give the service. Between whole numbers for counts: round up. A target out of range
 * is a bug of the caller. Source: as for `fillRate`.
 *
 * @example reorderPointForFillRate(normalDistribution(400, 134.164), { fillRate: 0.95, orderQty: 250 }) ≈ 525.611
 */
export function reorderPointForFillRate(demand: Distribution, target: FillTarget): number {
  checkTarget(target);
  const { orderQty } = target;
  // The loss falls by between Q·P(D > s + Q) and Q·P(D > s) from s to s + Q.
  const highest = demand.quantile(target.fillRate);
  return findRoot(
    (reorderPoint) => fillRate(demand, { reorderPoint, orderQty }) - target.fillRate,
    highest - orderQty,
    Math.min(highest, approximateReorderPoint(demand, target)),
  );
}

/**
 * The reorder point at which an order cycle is short of (1 - fill rate)·Q on average: the textbook's approximation, a
 * little above the exact one, as it counts twice what was short already before the order. A target out of range is a
 * bug of the caller. Source: Silver, Pyke and Thomas, 4th ed., section 6; Nahmias, chapter 5 (type 2 service).
 *
 * @example approximateReorderPoint(normalDistribution(100, 25), { fillRate: 0.98, orderQty: 100 }) ≈ 125.531
 */
export function approximateReorderPoint(demand: Distribution, target: FillTarget): number {
  checkTarget(target);
  return inverseLoss(demand, (1 - target.fillRate) * target.orderQty);
}

function checkTarget({ fillRate: share, orderQty }: FillTarget): void {
  invariant(share > 0 && share < 1 && orderQty > 0, 'a fill rate lies between 0 and 1, its order quantity above 0');
}
