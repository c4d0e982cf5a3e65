/** Who asks for a part of what is there: columns, one entry per claim. */
export interface ShareClaims {
  /** Grains asked for, whole and not negative. */
  readonly wanted: ArrayLike<number>;
  /** Grains the claimant has, whole; negative for what it already owes. Read by `equal_cover` only. */
  readonly onHand: ArrayLike<number>;
  /** Grains the claimant uses in a day, not negative. Read by `equal_cover` only. */
  readonly dailyDemand: ArrayLike<number>;
  /** 1 before 2. Read by `priority` only. */
  readonly priority: ArrayLike<number>;
}

/** How a quantity that is not enough is shared: the transfer rules of the data package. */
export const shareRules = ['priority', 'proportional', 'equal_cover'] as const;

/** One of the transfer rules. */
export type ShareRule = (typeof shareRules)[number];
