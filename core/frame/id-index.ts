/** Ids of one kind in a fixed order, found by name. */
export interface IdIndex {
  readonly ids: readonly string[];
  /** The position of an id; an unknown id is a bug, as the package check has seen every reference. */
  indexOf(id: string): number;
  find(id: string): number | undefined;
}

/**
 * Orders ids by UTF-16 code units, the same on every machine and whatever order the rows came in. Does not throw.
 *
 * @example createIdIndex(['b', 'a']).indexOf('b') === 1
 */
export function createIdIndex(ids: Iterable<string>): IdIndex {
  const sorted = [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const positions = new Map(sorted.map((id, position) => [id, position]));
  return {
    ids: sorted,
    find: (id) => positions.get(id),
    indexOf(id) {
      const position = positions.get(id);
      if (position === undefined) throw new Error(`Id "${id}" is not in the frame`);
      return position;
    },
  };
}
