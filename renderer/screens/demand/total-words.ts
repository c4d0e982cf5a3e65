import type { HierarchyLevel } from '#core/demand/hierarchy/hierarchy-level.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { text } from '#renderer/text/text.ts';

/** What the total of a level to which a node belongs is called. */
export function totalName(reader: FrameReader, level: HierarchyLevel, node: number): string {
  const { frame } = reader;
  const item = frame.nodeItem[node] ?? 0;
  const site = frame.nodeSite[node] ?? 0;
  switch (level) {
    case 'item':
      return reader.itemName(item) || reader.itemId(item);
    case 'family':
      return reader.family(item) || text('demand.noFamily');
    case 'site':
      return reader.siteName(site) || reader.siteId(site);
    case 'region':
      return textAt({ bytes: frame.siteRegionBytes, ends: frame.siteRegionEnds }, site) || text('demand.noRegion');
    case 'company':
      return reader.companyId(reader.companyOf(node)) || text('demand.noCompany');
    case 'total':
      return text('demand.everything');
  }
}

/** The name with the kind of thing it names, such as "Region DE". */
export function totalTitle(reader: FrameReader, level: HierarchyLevel, node: number): string {
  const name = totalName(reader, level, node);
  return level === 'total' ? name : text('demand.totalName', { level: text(`demand.level.${level}`), name });
}
