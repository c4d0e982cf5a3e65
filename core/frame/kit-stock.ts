import { codeOf, stockStatuses } from './codes.ts';
import { notSet } from './frame-layout.ts';
import { byFields } from './node-entries.ts';

const usableStatuses: ReadonlySet<number> = new Set([codeOf(stockStatuses, 'available'), codeOf(stockStatuses, 'consigned_in')]);

/** A row of stock; days are notSet where it has none. */
interface StockRow {
  readonly status: number;
  readonly grains: number;
  readonly releaseDay: number;
  readonly expiryDay: number;
}

/** Stock of kits that lies there as kits. Orders take it before they fall on the components (FRM-12). */
export interface KitStock {
  add(item: number, site: number, entry: StockRow): void;
  /** The grains of an order due on `day` that stock of the kit itself covers; they are used up. */
  take(item: number, site: number, day: number, grains: number): number;
}

interface Lot {
  readonly from: number;
  readonly before: number;
  left: number;
}

/**
 * An empty stock. A lot counts from its release to before its expiry, as in a plan (PLN-2); the one that expires first goes
 * first. Does not throw.
 *
 * @example createKitStock(1).take(0, 0, day, 1000) === 0
 */
export function createKitStock(siteCount: number): KitStock {
  const lots = new Map<number, Lot[]>();
  const sorted = new Set<number>();
  return {
    add(item, site, { status, grains, releaseDay, expiryDay }) {
      if (grains <= 0 || (releaseDay === notSet && !usableStatuses.has(status))) return;
      const key = item * siteCount + site;
      const lot = { from: releaseDay, before: expiryDay === notSet ? Infinity : expiryDay, left: grains };
      const list = lots.get(key);
      if (list) list.push(lot);
      else lots.set(key, [lot]);
    },
    take(item, site, day, grains) {
      const key = item * siteCount + site;
      const list = lots.get(key);
      if (!list) return 0;
      if (!sorted.has(key)) list.sort(expiringFirst);
      sorted.add(key);
      let taken = 0;
      for (const lot of list) {
        if (lot.from > day || lot.before <= day) continue;
        const part = Math.min(lot.left, grains - taken);
        lot.left -= part;
        taken += part;
      }
      return taken;
    },
  };
}

const expiringFirst = byFields<Lot>(
  (lot) => lot.before,
  (lot) => lot.from,
  (lot) => lot.left,
);
