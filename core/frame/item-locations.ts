/** Item-locations as they are met, each with a number of its own. */
export interface ItemLocations {
  readonly count: number;
  /** The number of an item at a site, new where it was not met before. */
  numberOf(item: number, site: number): number;
  itemOf(location: number): number;
  siteOf(location: number): number;
}

/** An empty table for a company with the given number of sites. Does not throw. */
export function createItemLocations(siteCount: number): ItemLocations {
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  return {
    get count() {
      return keys.length;
    },
    numberOf(item, site) {
      const key = item * siteCount + site;
      const found = numbers.get(key);
      if (found !== undefined) return found;
      numbers.set(key, keys.length);
      keys.push(key);
      return keys.length - 1;
    },
    itemOf: (location) => Math.floor((keys[location] ?? 0) / siteCount),
    siteOf: (location) => (keys[location] ?? 0) % siteCount,
  };
}
