import type { PackageRow } from '#core/model/package/package-tables.ts';
import { packageTables } from '#core/model/package/package-tables.ts';
import { compareRows } from './compare-rows.ts';
import type { ItemLocations } from './item-locations.ts';
import type { SelectorIndex } from './selectors.ts';

export type EventRow = PackageRow<'events'>;

/** One time of an event at a location. */
export interface EventEntry {
  readonly location: number;
  /** Position in `ids`. */
  readonly event: number;
  readonly day: number;
  readonly days: number;
  /** By what demand is multiplied; NaN where that is to be learnt. */
  readonly factor: number;
}

export interface CollectedEvents {
  readonly entries: readonly EventEntry[];
  /** Ids of the events by code units, and their names, empty where nobody gave one. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * The events of every location that lie on a day from `firstDay` to before `endDay` (FRM-21): of the rows for one event and
 * start the most specific holds. Does not throw.
 */
export function collectEvents(
  rows: readonly EventRow[],
  index: SelectorIndex<EventRow>,
  locations: ItemLocations,
  firstDay: number,
  endDay: number,
): CollectedEvents {
  const ids = [...new Set(rows.map((row) => row.event_id))].sort((a, b) => (a < b ? -1 : 1));
  const position = new Map(ids.map((id, at) => [id, at]));
  const names = ids.map(() => '');
  for (const row of rows) {
    const at = position.get(row.event_id) ?? 0;
    // Rows of one event may name it differently; the first by code units holds, whatever their order (FRM-5).
    if (row.name !== null && (names[at] === '' || row.name < (names[at] ?? ''))) names[at] = row.name;
  }
  const entries: EventEntry[] = [];
  for (let location = 0; rows.length > 0 && location < locations.count; location += 1) {
    const taken = new Set<string>();
    for (const group of index.groupsFor(locations.itemOf(location), locations.siteOf(location))) {
      for (const row of group) {
        const key = `${row.start_date} ${row.event_id}`;
        if (taken.has(key)) continue;
        taken.add(key);
        if (row.start_date >= endDay || row.start_date + row.days <= firstDay) continue;
        const event = position.get(row.event_id) ?? 0;
        entries.push({ location, event, day: row.start_date, days: row.days, factor: row.factor ?? NaN });
      }
    }
  }
  return { entries, ids, names };
}

/** Two rows for the same event, start, items and sites are no package; of such the first cell by cell holds (FRM-5). */
export const compareEvents = compareRows<EventRow>(Object.keys(packageTables.events.columns) as (keyof EventRow)[]); // keys of a const object
