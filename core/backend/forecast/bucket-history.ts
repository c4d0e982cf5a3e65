import type { CalendarDay } from '#core/base/calendar-day.ts';
import { toGrains } from '#core/base/quantity.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';
import type { TimeBuckets } from './time-buckets.ts';

/** The demand of one item-location. */
export interface LocationHistory {
  readonly itemId: string;
  readonly siteId: string;
  readonly decimals: number;
  /** Grains per bucket, the last complete one first; shorter where there was nothing before. */
  grains: Float64Array;
}

/** Gathers demand by item-location and bucket while a package is read. */
export interface HistoryCollector {
  /** The source, whose items and demand are counted as they pass. */
  readonly source: PackageSource;
  /** What was gathered so far, by item and site. */
  locations(): readonly LocationHistory[];
}

const leastRoom = 16;

/**
 * Counts the demand history of a package on its way to another reader, as a package can be read once only (FCT-11). Sales and
 * consumption are demand, returns are subtracted, other kinds are none; each item-location keeps what was booked on it, kits
 * included. The bucket of the plan day has not ended and is left out. Sums are exact in any order. Does not throw.
 */
export function collectBuckets(source: PackageSource, buckets: TimeBuckets): HistoryCollector {
  const { planDay } = source.manifest;
  const running = buckets.numberOf(planDay);
  const decimals = new Map<string, number>();
  const byItem = new Map<string, Map<string, LocationHistory>>();
  // Rows of one day follow each other in most files.
  let lastDay: CalendarDay | undefined;
  let lastAge = 0;

  function ageOf(day: CalendarDay): number {
    if (day !== lastDay) {
      lastDay = day;
      lastAge = running - 1 - buckets.numberOf(day);
    }
    return lastAge;
  }

  function add(row: PackageRow<'demand_history'>): void {
    const sign = demandSign(row.kind);
    if (sign === 0 || row.date >= planDay) return;
    const location = locationOf(row.item_id, row.site_id);
    const age = ageOf(row.date);
    if (age < 0 || age >= buckets.most) return;
    if (age >= location.grains.length) location.grains = withRoom(location.grains, age, buckets.most);
    location.grains[age] = (location.grains[age] ?? 0) + sign * toGrains(row.qty, location.decimals);
  }

  function locationOf(itemId: string, siteId: string): LocationHistory {
    const bySite = byItem.get(itemId) ?? new Map<string, LocationHistory>();
    byItem.set(itemId, bySite);
    const found = bySite.get(siteId);
    if (found !== undefined) return found;
    const location = { itemId, siteId, decimals: decimals.get(itemId) ?? 0, grains: new Float64Array() };
    bySite.set(siteId, location);
    return location;
  }

  return {
    source: watch(source, {
      items: (row) => decimals.set(row.item_id, row.decimals ?? 0),
      demand_history: add,
    }),
    locations: () =>
      [...byItem.values()]
        .flatMap((bySite) => [...bySite.values()])
        .sort((a, b) => compareText(a.itemId, b.itemId) || compareText(a.siteId, b.siteId)),
  };
}

/** Hands rows on as they are and shows each to whom it concerns. */
function watch(
  source: PackageSource,
  watchers: {
    readonly [Name in TableName]?: (row: PackageRow<Name>) => void;
  },
): PackageSource {
  return {
    manifest: source.manifest,
    rows(table) {
      const see = watchers[table];
      return see === undefined ? source.rows(table) : seen(source.rows(table), see);
    },
  };
}

async function* seen<Row>(rows: Iterable<Row> | AsyncIterable<Row>, see: (row: Row) => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    see(row);
    yield row;
  }
}

/** What a kind of booking is as demand, as for a frame (FRM-11). */
function demandSign(kind: PackageRow<'demand_history'>['kind']): -1 | 0 | 1 {
  if (kind === 'return') return -1;
  return kind === null || kind === 'sale' || kind === 'consumption' ? 1 : 0;
}

function withRoom(grains: Float64Array, age: number, most: number): Float64Array {
  const larger = new Float64Array(Math.min(most, Math.max(leastRoom, age + 1, 2 * grains.length)));
  larger.set(grains);
  return larger;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
