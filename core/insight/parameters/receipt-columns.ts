/** What came in from suppliers for the nodes of a frame, one entry per receipt; days are calendar days. */
export interface ReceiptColumns {
  readonly nodes: Uint32Array;
  readonly suppliers: Uint32Array;
  readonly orderedDays: Int32Array;
  /** NaN where nothing was promised. */
  readonly promisedDays: Float64Array;
  readonly receivedDays: Int32Array;
}
