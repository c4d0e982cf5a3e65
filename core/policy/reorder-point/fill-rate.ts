import type { Distribution } from '#core/statistics/distribution.ts';

/** When and how much is ordered: `orderQty` as soon as the position is at `reorderPoint` (the (r, Q) policy). */
export interface ReorderPolicy {
  readonly reorderPoint: number;
  readonly orderQty: number;
}

/**
 * Share of demand delivered from stock when `orderQty` is ordered each time the position falls to the reorder point and
 * what is short waits: 1 - (E[(D - s)⁺] - E[(D - s - Q)⁺]) ÷ Q. The second loss is what was short already before the
 * order and must not count twice. `demand`: over lead time, and review where there is one. Quantity above 0.
 * For whole demand one unit at a time it is exact too. Does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 6; Axsäter, Inventory Control, 3rd ed., section 5.
 *
 * @example fillRate(normalDistribution(400, 60), { reorderPoint: 444.43, orderQty: 400 }) ≈ 0.98
 */
export function fillRate(demand: Distribution, { reorderPoint, orderQty }: ReorderPolicy): number {
  return 1 - (demand.loss(reorderPoint) - demand.loss(reorderPoint + orderQty)) / orderQty;
}
