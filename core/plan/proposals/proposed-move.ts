/** A transfer that would spare a purchase or serve a demand that is short; somebody decides on it. Days are calendar days. */
export interface ProposedMove {
  readonly fromNode: number;
  readonly toNode: number;
  /** The lane whose terms it follows: one from giver to taker, or the taker's lane from the source both draw on. */
  readonly lane: number;
  readonly grains: number;
  readonly shipDay: number;
  readonly receiptDay: number;
  /** Money for the way, and what is spared and saved by it. */
  readonly cost: number;
  readonly benefit: number;
  /** The first line of the taker that it stands in for, a row of the plan; notSet where nothing is on order for the need. */
  readonly replacedOrder: number;
}
