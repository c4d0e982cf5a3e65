import type { Distribution } from '#core/statistics/distribution.ts';

/** One stage of a line in which each supplies the next. */
export interface SerialStage {
  /** Cost per period of a unit here or further down, beyond what the stage before charges; at or above 0. */
  readonly echelonHoldingCost: number;
  /** Periods from ordering at the stage before to having; under periodic review the last stage's includes the review. */
  readonly leadTime: number;
}

/** A line of stages from the outside supplier down to the customers, who wait where stock is short. */
export interface SerialSystem {
  /** The most upstream first. */
  readonly stages: readonly SerialStage[];
  /** Cost per period of a unit a customer waits for, above 0. */
  readonly stockoutCost: number;
  /** Customers' demand over so many periods. */
  readonly demandOver: (periods: number) => Distribution;
  /** True where demand comes in whole units. */
  readonly isWhole: boolean;
}

/** Stock of each stage and all below it, including what is on the way to them; in the order of the stages. */
export interface SerialLevels {
  readonly echelonLevels: readonly number[];
  /** The same stock by place: what each stage itself orders up to. */
  readonly localLevels: readonly number[];
}
