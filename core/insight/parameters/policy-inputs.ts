/**
 * What the Policy screen shows and computes with, one entry per node. Quantities are stock units, money is in the
 * currency of the node's company, shares are 0 to 1.
 */
export interface PolicyInputs {
  /** 1 where a safety stock can be judged: there is demand, a lane, a method that holds stock, and a deviation. */
  readonly isJudged: Uint8Array;
  /** Position in `planMethods`. */
  readonly methods: Uint8Array;
  /** Position in `protections`. */
  readonly protections: Uint8Array;
  readonly annualDemand: Float64Array;
  readonly protectionDays: Float64Array;
  /** Deviation of demand over lead time and review. */
  readonly sigma: Float64Array;
  readonly orderQty: Float64Array;
  readonly unitCost: Float64Array;
  /** Sales price, or the cost where there is none. */
  readonly price: Float64Array;
  /** What is held now beside the expected demand; below 0 where a level is too low even for that. */
  readonly safetyStock: Float64Array;
  /** The normal safety factor that the safety stock stands for. */
  readonly factor: Float64Array;
  readonly serviceTarget: Float64Array;
  /** To expect of the safety stock; NaN where it cannot be judged. */
  readonly cycleService: Float64Array;
  readonly fillRate: Float64Array;
  /** Half an order and the safety stock at cost: what is in stock on average. */
  readonly averageStockValue: Float64Array;
  /** Usable on the plan day, at cost. */
  readonly stockValue: Float64Array;
  /** Demand of the last 52 weeks, at cost. */
  readonly usageValue: Float64Array;
  /** ABC class of the item, a position in `usageClasses`. */
  readonly usageClass: Uint8Array;
  /** Deviation of weekly demand over its mean, seasons taken out; Infinity without demand of its own. */
  readonly variation: Float64Array;
  /** XYZ class, 0 to 2 (POL-37). */
  readonly variationClass: Uint8Array;
}
