/**
 * What is counted over the measured periods of one replication of one item-location, and its place in a row of figures.
 * Quantities are in the unit of the demand; what is there (on hand, backorders, …) is summed over the ends of the periods.
 */
export const measureAt = {
  demand: 0,
  /** Served at once from stock; the rest of the demand waits or is lost. */
  filled: 1,
  lost: 2,
  /** What other item-locations asked for, and what of it was sent at once. */
  asked: 3,
  sent: 4,
  onHand: 5,
  backorders: 6,
  /** What other item-locations wait for. */
  waiting: 7,
  /** On the way here from another item-location. */
  inTransit: 8,
  orders: 9,
  received: 10,
  /** Stock that left without being asked for, such as expired lots. */
  left: 11,
  /** Periods that leave something unserved or somebody waiting. */
  shortPeriods: 12,
  /** Times between two receipts, and those in which everything was served at once. */
  cycles: 13,
  servedCycles: 14,
  /** On hand less backorders, before the first and after the last measured period. */
  startNet: 15,
  endNet: 16,
} as const;

export type Measure = keyof typeof measureAt;

/** The measures in the order of their places. */
export const measures = Object.keys(measureAt) as readonly Measure[]; // keys of a const object

/** The figures of one replication. */
export type MeasureRow = Float64Array;

/**
 * Room for a row. Does not throw.
 *
 * @example createMeasureRow()[measureAt.demand] === 0
 */
export function createMeasureRow(): MeasureRow {
  return new Float64Array(measures.length);
}
