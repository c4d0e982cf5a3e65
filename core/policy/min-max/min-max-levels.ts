import type { CountDistribution } from '#core/statistics/distribution.ts';

/** A min-max policy: a position at or below `min` is ordered up to `max` (the (s, S) policy). */
export interface MinMaxLevels {
  readonly min: number;
  readonly max: number;
}

/** What the cost of a min-max policy under whole demand follows from. */
export interface MinMaxSystem {
  /** Cost of one order, whatever its size, at or above 0. */
  readonly orderCost: number;
  /** Units a period asks for, at or above 0 and not always 0. */
  readonly demand: CountDistribution;
  /** Expected cost of a period by the position (a whole number, below 0 too) after ordering; convex, rising at both ends. */
  readonly positionCost: (position: number) => number;
}
