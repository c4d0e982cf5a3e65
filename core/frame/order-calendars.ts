import type { LocationLane } from './close-network.ts';
import type { MasterData } from './read-master-data.ts';
import { calendarOf } from './write-master-columns.ts';

/** The calendars that say on which days lanes take orders, by the frame's numbers of calendars. */
export interface OrderCalendars {
  /** Calendars laid out behind the package's own: open where both of a pair are. Ascending. */
  readonly pairs: readonly (readonly [number, number])[];
  /** The calendar of a lane: its own, its supplier's, or both together; 0 where there is neither. */
  calendarOf(row: LocationLane['row']): number;
}

/**
 * Finds the order calendars of lanes (FRM-14): an order can be placed on a day on which the lane takes orders and the
 * supplier works. Does not throw.
 */
export function collectOrderCalendars(lanes: readonly LocationLane[], master: MasterData): OrderCalendars {
  function ownOf(row: LocationLane['row']): readonly [number, number] {
    const supplier = row.kind === 'buy' ? master.suppliers[master.supplierIndex.find(row.source_id ?? '') ?? -1] : undefined;
    return [calendarOf(master, row.calendar_id), calendarOf(master, supplier?.calendar_id ?? null)];
  }
  const found = new Map<string, readonly [number, number]>();
  for (const { row } of lanes) {
    const [lane, supplier] = ownOf(row);
    if (isPair(lane, supplier)) found.set(`${lane}:${supplier}`, [lane, supplier]);
  }
  const pairs = [...found.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const numbers = new Map(pairs.map(([lane, supplier], index) => [`${lane}:${supplier}`, master.calendars.length + 1 + index]));
  return {
    pairs,
    calendarOf(row) {
      const [lane, supplier] = ownOf(row);
      return isPair(lane, supplier) ? (numbers.get(`${lane}:${supplier}`) ?? lane) : lane || supplier;
    },
  };
}

function isPair(lane: number, supplier: number): boolean {
  return lane > 0 && supplier > 0 && lane !== supplier;
}
