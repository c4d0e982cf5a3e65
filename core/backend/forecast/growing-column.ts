/** Sums by position in a column that is no longer than it has to be. */
export interface GrowingColumn {
  add(position: number, value: number): void;
  /** A copy up to the last position that was added to. */
  values(): Float64Array;
}

const leastRoom = 16;

/**
 * An empty column; most item-locations have a short history. Does not throw for whole positions from 0.
 *
 * @example after add(2, 5) and add(2, 1) the values are [0, 0, 6]
 */
export function growingColumn(): GrowingColumn {
  let column = new Float64Array();
  let length = 0;
  return {
    add(position, value) {
      if (position >= column.length) {
        const larger = new Float64Array(Math.max(leastRoom, position + 1, 2 * column.length));
        larger.set(column);
        column = larger;
      }
      length = Math.max(length, position + 1);
      column[position] = (column[position] ?? 0) + value;
    },
    values: () => column.slice(0, length),
  };
}
