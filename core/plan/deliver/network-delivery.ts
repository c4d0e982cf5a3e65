import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Grains } from '#core/base/quantity.ts';

/**
 * What arrives in fact of one line that cannot be delivered as planned, in part or in whole. A line has one row for each
 * day on which part of it arrives; what its rows do not add up to does not arrive inside the horizon.
 */
export interface Delivery {
  readonly node: number;
  /** Position among the node's lines. */
  readonly ordinal: number;
  /** notSet where nothing arrives inside the horizon. */
  readonly receiptDay: CalendarDay;
  readonly grains: Grains;
  /** The node that cannot ship in time. */
  readonly shortNode: number;
}

/** What binds where a demand is late; texts in the catalogue under `constraint.<code>`. */
export const constraintCodes = [
  /** Nothing is planned for the item-location. */
  'notPlanned',
  /** No lane leads to it. */
  'noLane',
  /** All its suppliers are blocked. */
  'supplierBlocked',
  /** Its lanes are not valid when an order would have to be placed. */
  'laneNotValid',
  /** A planner lowered the order. */
  'typedLower',
  /** The source cannot ship in time. */
  'sourceShort',
  /** The frozen fence keeps the order from being placed. */
  'fence',
  /** The lane takes no orders on the days in question. */
  'orderDays',
  /** The lane begins later. */
  'laneBegins',
  /** The lead time is longer than what is left. */
  'leadTime',
  /** People wait for an open order. */
  'waitForOrder',
  /** The level that triggers orders does not cover the time until they arrive. */
  'orderLevel',
] as const;

/** One of the constraints. */
export type ConstraintCode = (typeof constraintCodes)[number];

/** A demand that is served late or not at all, and what binds (PLN-34). */
export interface LateDemand {
  readonly node: number;
  /** An open order, what was owed before the plan day without an order, or the node's forecast. */
  readonly kind: 'order' | 'owed' | 'forecast';
  /** Row of the open order in the frame, or notSet. */
  readonly orderRow: number;
  readonly dueDay: CalendarDay;
  /** What is not there on the due day. */
  readonly grains: Grains;
  /** What is not there at the end of the horizon. */
  readonly unmet: Grains;
  /** The day on which the last of it is served, or notSet. */
  readonly servedDay: CalendarDay;
  readonly constraint: ConstraintCode;
  /** The node where the constraint binds: the node itself, or the source its late receipt comes from. */
  readonly constraintNode: number;
  /** The line of `constraintNode` that is late, by its place among the node's lines, or notSet. */
  readonly constraintOrdinal: number;
}

/** What can in fact be delivered in one network. */
export interface NetworkDelivery {
  readonly deliveries: readonly Delivery[];
  readonly lateDemand: readonly LateDemand[];
}
