/** A planner's word that a line of history is not to be counted. */
export interface LineExclusion {
  readonly place: number;
  /** The calendar day. */
  readonly day: number;
  /** The size of the line without sign. */
  readonly qty: number;
  /** Whose line it is; null for whoever's. */
  readonly customer: string | null;
  readonly reason?: string | null;
  readonly excludedBy?: string | null;
}

/** Finds the exclusion that holds for a line. */
export interface ExclusionIndex {
  /** The position of the exclusion, that of the named customer before that of any, or undefined. */
  find(place: number, day: number, qty: number, customer: string | null): number | undefined;
}

/**
 * Indexes exclusions (rule DEM-83): one holds for every line of its place, calendar day and size, and of its customer where it names
 * one. Of two for the same the first holds. Does not throw.
 *
 * @example createExclusionIndex([{ place: 0, day: 5, qty: 900, customer: null }]).find(0, 5.5, 900, 'C1') === 0
 */
export function createExclusionIndex(exclusions: readonly LineExclusion[]): ExclusionIndex {
  const byLine = new Map<string, Map<string | null, number>>();
  exclusions.forEach(({ place, day, qty, customer }, position) => {
    const key = `${place} ${day} ${qty}`;
    const ofLine = byLine.get(key) ?? new Map<string | null, number>();
    if (!ofLine.has(customer)) ofLine.set(customer, position);
    byLine.set(key, ofLine);
  });
  return {
    find(place, day, qty, customer) {
      // Most histories have no exclusions, and a text for every line would be most of the work.
      if (byLine.size === 0) return undefined;
      const ofLine = byLine.get(`${place} ${Math.floor(day)} ${qty}`);
      return ofLine?.get(customer) ?? ofLine?.get(null);
    },
  };
}
