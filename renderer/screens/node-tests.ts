import type { RowTest } from '#renderer/grid/filter-rows.ts';
import type { DeskPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

/** The tests of an item-location that the company, site and search of the desk ask for; every screen uses the same (DSK-4). */
export function nodeTests({ frame, texts }: Pick<Planned, 'frame' | 'texts'>, place: DeskPlace): readonly RowTest[] {
  const tests: RowTest[] = [];
  const siteOf = (node: number): number => frame.nodeSite[node] ?? 0;
  if (place.company || place.site) {
    const passes = Array.from(
      frame.siteIdEnds,
      (_, site) =>
        (place.company === '' || texts.companyId(site) === place.company) &&
        (place.site === '' || texts.siteId(site) === place.site),
    );
    tests.push((node) => passes[siteOf(node)] ?? false);
  }
  const searched = place.search.trim().toLowerCase();
  if (searched) {
    // Items repeat over sites, so each is read once.
    const found = new Map<number, boolean>();
    tests.push((node) => {
      const item = frame.nodeItem[node] ?? 0;
      let matches = found.get(item);
      if (matches === undefined) {
        const read = `${texts.itemId(item)} ${texts.itemName(item)} ${texts.family(item)}`.toLowerCase();
        found.set(item, (matches = read.includes(searched)));
      }
      return matches;
    });
  }
  return tests;
}
