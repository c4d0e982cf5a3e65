/** A stage of a network that promises to deliver within a whole number of periods. */
export interface ServiceTimeNode {
  /** Whole periods from having all inputs to having the output, at or above 0. */
  readonly processingTime: number;
  /** Cost of holding one unit for one period, at or above 0. */
  readonly holdingCost: number;
  /** z of the demand bound: demand over τ periods is promised up to z·σ·√τ above its mean. */
  readonly safetyFactor: number;
  /** Whole periods within which outside suppliers deliver; 0 when absent. */
  readonly supplierServiceTime?: number;
  /** Most whole periods its own customers wait; absent: 0 where it has customers or no successor, else no bound. */
  readonly customerServiceTime?: number;
  /** Deviation of its own customers' demand per period, in its own units; 0 when absent. */
  readonly demandSd?: number;
  /**
   * Variance that the spread of the stage's own lead time adds to its demand, (demand per period · deviation of the lead time)²;
   * 0 when absent. The stage covers it whatever it promises.
   */
  readonly supplyVariance?: number;
}

/** `to` needs `units` (1 when absent) of `from` per unit of its own; both are indices of nodes. */
export interface ServiceTimeArc {
  readonly from: number;
  readonly to: number;
  readonly units?: number;
}

/** Stages and who supplies whom, without a circle. */
export interface ServiceTimeNetwork {
  readonly nodes: readonly ServiceTimeNode[];
  readonly arcs: readonly ServiceTimeArc[];
}
