/**
 * Where the orders of the item-locations of a network take their stock from. A row is an item-location; whoever supplies another
 * comes after it. Parts of row i are [partStart[i], partStart[i + 1]); without parts the supplier has unlimited stock.
 */
export interface SupplyLinks {
  readonly partStart: Uint32Array;
  readonly partRow: Uint32Array;
  /** Units of the part per unit ordered. */
  readonly partPerUnit: Float64Array;
  /**
   * 1 where an order leaves only when all its parts are there, as what is made does. Otherwise it is a transfer: one part, one
   * for one, of which what is there is sent at once.
   */
  readonly isWhole: Uint8Array;
  /** The row that takes over unserved demand, such as an item's successor, from a period on; -1 for none. */
  readonly heir: Int32Array;
  readonly heirFrom: Int32Array;
}

/**
 * Links of a tree in which every row is supplied by one other row or, at -1, from outside. Does not throw.
 *
 * @example const { partStart, partRow } = treeLinks([2, 2, -1]);
 *   [partStart, partRow] is [[0, 1, 2, 2], [2, 2]] (a warehouse with two retailers)
 */
export function treeLinks(sources: readonly number[]): SupplyLinks {
  const partStart = new Uint32Array(sources.length + 1);
  const partRow: number[] = [];
  sources.forEach((source, row) => {
    if (source >= 0) partRow.push(source);
    partStart[row + 1] = partRow.length;
  });
  return {
    partStart,
    partRow: Uint32Array.from(partRow),
    partPerUnit: new Float64Array(partRow.length).fill(1),
    isWhole: new Uint8Array(sources.length),
    heir: new Int32Array(sources.length).fill(-1),
    heirFrom: new Int32Array(sources.length),
  };
}
