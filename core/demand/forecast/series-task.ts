/** What is asked of a forecast. */
export interface SeriesTask {
  /** Demand per period, oldest first; NaN where it is unknown. */
  readonly values: Float64Array;
  /** Periods per season; 1 for none. */
  readonly season: number;
  /** Demand comes in whole units, where the values do not say so themselves. */
  readonly whole?: boolean;
  /** Periods to forecast. */
  readonly horizon: number;
  /** Periods of lead time and review: the total over them is what candidates are judged on, and what stock protects. */
  readonly protection: number;
}
