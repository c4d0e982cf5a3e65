/** The places of one item, one entry each. What a place can give and what it needs are two things; usually one is 0. */
export interface RebalancingNodes {
  /** Grains it can give for good without ever going below its protection. */
  readonly excess: ArrayLike<number>;
  /** Grains it is short of. */
  readonly need: ArrayLike<number>;
  /** Day from which it is short. */
  readonly needDay: ArrayLike<number>;
  /** Last day on which an arrival still helps, for instance the day before its next receipt. */
  readonly lastUsefulDay: ArrayLike<number>;
  /** Money that covering a stock unit of the need is worth. */
  readonly needValue: ArrayLike<number>;
}

/** The ways between them, one entry each; `from` and `to` are positions in the nodes. */
export interface RebalancingLinks {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Money per stock unit moved. */
  readonly unitCost: ArrayLike<number>;
  readonly leadTimeDays: ArrayLike<number>;
  /** Grains; what is moved is a whole multiple. */
  readonly multiple: ArrayLike<number>;
  /** Grains; less is not moved. */
  readonly minimum: ArrayLike<number>;
}

/** One item's excess and shortage. */
export interface RebalancingInput {
  readonly planDay: number;
  /** Of the item, to tell what a stock unit is. */
  readonly grainsPerUnit: number;
  readonly nodes: RebalancingNodes;
  readonly links: RebalancingLinks;
}

/** A transfer that is worth more than it costs. */
export interface RebalancingMove {
  readonly fromNode: number;
  readonly toNode: number;
  readonly grains: number;
  /** Day on which it leaves. */
  readonly day: number;
  readonly arrivalDay: number;
  /** Money for the way, and what the part of it that was needed is worth. */
  readonly cost: number;
  readonly benefit: number;
}
