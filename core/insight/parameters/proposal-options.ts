/** When a parameter counts as no longer fitting, and what service and stock are worth. Shares are 0 to 1. */
export interface ProposalOptions {
  /** A difference below this share of the larger value is none. */
  readonly tolerance: number;
  /** A difference below so many standard errors of what is proposed is noise; more for receipts, of which there are few. */
  readonly standardErrors: number;
  readonly receiptErrors: number;
  /** Fewer receipts or weeks of demand are no evidence. */
  readonly leastReceipts: number;
  readonly leastWeeks: number;
  /** Targets closer than this are the same. */
  readonly serviceTolerance: number;
  /** No other target is proposed. */
  readonly leastTarget: number;
  readonly mostTarget: number;
  /** A class is left as it is where the best split saves less than this share of its safety stock. */
  readonly leastClassSaving: number;
  /** Another order quantity has to save this share of a year's purchase, order and holding cost, and this much money. */
  readonly leastOrderSaving: number;
  readonly leastOrderMoney: number;
  /** A typed quantity is stale where demand has shifted by this share since a year ago. */
  readonly staleShift: number;
  /** Cost of a year of stock, and of demand that was not there in time, as shares of their value. */
  readonly carryingRate: number;
  readonly shortageRate: number;
}

/** What holds where the caller says nothing else. */
export const usualOptions: ProposalOptions = {
  tolerance: 0.1,
  standardErrors: 2,
  receiptErrors: 3,
  leastReceipts: 5,
  leastWeeks: 13,
  serviceTolerance: 0.01,
  leastTarget: 0.5,
  mostTarget: 0.9995,
  leastClassSaving: 0.02,
  leastOrderSaving: 0.005,
  leastOrderMoney: 50,
  staleShift: 0.2,
  carryingRate: 0.2,
  shortageRate: 0.2,
};
