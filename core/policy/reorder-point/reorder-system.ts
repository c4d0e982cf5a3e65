import type { Distribution } from '#core/statistics/distribution.ts';

/** An item that is ordered in quantities Q at a reorder point, with demand that waits when stock is short. */
export interface ReorderSystem<Demand extends Distribution = Distribution> {
  /** Money per order, at or above 0. */
  readonly orderCost: number;
  /** Money per unit held and time, above 0. */
  readonly holdingCost: number;
  /** Money per unit that waits and time, above 0. */
  readonly waitingCost: number;
  /** Units per time. */
  readonly demandRate: number;
  /** Units over the lead time. */
  readonly leadTimeDemand: Demand;
}
