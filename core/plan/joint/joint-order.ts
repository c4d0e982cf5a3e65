import type { Minor } from '#core/base/money.ts';

/** A proposed line as part of a joint order. */
export interface JointLine {
  /** Its position in the input. */
  readonly line: number;
  /** What to order: the proposal and what it was raised by. */
  readonly grains: number;
  readonly raisedGrains: number;
  /** Days by which it is ordered earlier than proposed. */
  readonly pulledDays: number;
  /** Days of cover that the raise adds. */
  readonly extraDays: number;
  /** What holding costs more because of both. */
  readonly holdingMinor: Minor;
}

/** Lines of one supplier, company and site that are ordered together on one day. */
export interface JointOrder {
  readonly supplier: number;
  readonly company: number;
  readonly site: number;
  readonly orderDay: number;
  readonly lines: readonly JointLine[];
  readonly valueMinor: Minor;
  readonly weight: number;
  readonly volume: number;
  /** Loads that are started; 0 where the supplier names no load or nothing has a weight or volume. */
  readonly loads: number;
  /** How full the last of them is, 0 to 1. */
  readonly lastLoadShare: number;
  /** What is missing to the supplier's minimum; 0 where it is reached or there is none. */
  readonly missingMinor: Minor;
  readonly holdingMinor: Minor;
}
