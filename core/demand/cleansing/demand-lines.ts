/** "Not known" in the columns that hold a code. */
export const notKnown = -1;

/** Lines of demand history in columns, one element per line, in any order. */
export interface DemandLines {
  readonly count: number;
  /** The number of an item at a site: the lines of one place make one series. */
  readonly place: Int32Array;
  /** The calendar day, with the time of the day as its fraction where that is known. */
  readonly day: Float64Array;
  /** The size without sign, in any unit that is the same for a place; sums are exact for whole numbers. */
  readonly qty: Float64Array;
  /** Position in `demandStreams`. */
  readonly stream: Uint8Array;
  /** Position in `customers`, or notKnown. */
  readonly customer: Int32Array;
  /** Position in `channels`, or notKnown. */
  readonly channel: Int32Array;
  /** By code units, so that codes do not tell in which order the lines came. */
  readonly customers: readonly string[];
  readonly channels: readonly string[];
}
