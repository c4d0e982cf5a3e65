import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import { textAt, type TextColumn } from '#core/frame/text-columns.ts';

/** Finds rows of a frame by the ids people type. Every answer is an index or `notSet`. */
export interface FrameLookup {
  nodeOf(itemId: string, siteId: string): number;
  siteOf(siteId: string): number;
  supplierOf(supplierId: string): number;
}

/**
 * A lookup whose indexes are built at the first question, since most plans ask none. Does not throw.
 *
 * @example createFrameLookup(frame).nodeOf('A', 'HUB') === 0
 */
export function createFrameLookup(frame: Frame): FrameLookup {
  let items: ReadonlyMap<string, number> | undefined;
  let sites: ReadonlyMap<string, number> | undefined;
  let suppliers: ReadonlyMap<string, number> | undefined;
  let nodes: ReadonlyMap<number, number> | undefined;
  const siteCount = frame.siteIdEnds.length;

  function siteOf(siteId: string): number {
    sites ??= indexTexts({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds });
    return sites.get(siteId) ?? notSet;
  }
  return {
    siteOf,
    nodeOf(itemId, siteId) {
      items ??= indexTexts({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds });
      nodes ??= indexNodes(frame, siteCount);
      const item = items.get(itemId);
      const site = siteOf(siteId);
      return item === undefined || site === notSet ? notSet : (nodes.get(item * siteCount + site) ?? notSet);
    },
    supplierOf(supplierId) {
      suppliers ??= indexTexts({ bytes: frame.supplierIdBytes, ends: frame.supplierIdEnds });
      return suppliers.get(supplierId) ?? notSet;
    },
  };
}

function indexTexts(column: TextColumn): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let row = 0; row < column.ends.length; row += 1) index.set(textAt(column, row), row);
  return index;
}

function indexNodes(frame: Frame, siteCount: number): ReadonlyMap<number, number> {
  const index = new Map<number, number>();
  frame.nodeItem.forEach((item, node) => index.set(item * siteCount + (frame.nodeSite[node] ?? 0), node));
  return index;
}
