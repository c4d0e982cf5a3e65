import type { PackageRow } from '#core/model/package/package-tables.ts';

/** What a line of demand history means; the position is the code. */
export const demandStreams = ['sale', 'consumption', 'return'] as const;

export type DemandStream = (typeof demandStreams)[number];

/**
 * The stream a line of history belongs to, or undefined where it is no demand: moves between own sites, adjustments and
 * scrap (rule DEM-80). A quantity below 0 is a return whatever its kind, since programs write returns either way; its size
 * is the quantity without sign. Does not throw.
 *
 * @example streamOf('sale', -3) === 'return'
 */
export function streamOf(kind: PackageRow<'demand_history'>['kind'], qty: number): DemandStream | undefined {
  switch (kind) {
    case null:
    case 'sale':
      return qty < 0 ? 'return' : 'sale';
    case 'consumption':
      return qty < 0 ? 'return' : 'consumption';
    case 'return':
      return 'return';
    case 'transfer':
    case 'adjustment':
    case 'scrap':
      return undefined;
  }
}
