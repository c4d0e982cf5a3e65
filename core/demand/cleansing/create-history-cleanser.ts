import { notKnown } from './demand-lines.ts';
import { demandStreams } from './demand-stream.ts';
import { createExclusionIndex, type LineExclusion } from './exclusion-index.ts';
import { createLineGatherer, type DemandLine } from './gather-lines.ts';
import { pairCancelledLines } from './pair-cancelled-lines.ts';

const sale = demandStreams.indexOf('sale');

/** Cleanses a history that is too long to be held, line by line. */
export interface HistoryCleanser {
  add(line: DemandLine): void;
  /** Hands over what had to wait for its return. To be called once, after the last line. */
  finish(): void;
}

/**
 * Cleanses lines as `cleanseLines` does and hands every kept one to `take` (rules DEM-80, DEM-81 and DEM-83), in no order.
 * Only lines of known customers can be part of a cancelled pair, so only these are held until the end, 29 bytes each. Does not throw.
 *
 * @example const line = (day, qty, stream) => ({ place: 0, day, qty, stream, customer: 'C' });
 *   const taken = [];
 *   const cleanser = createHistoryCleanser([], (place, day, qty) => taken.push(qty));
 *   [line(1, 5, 'sale'), line(2, 80, 'sale'), line(3, 80, 'return')].forEach(cleanser.add);
 *   cleanser.finish();
 *   taken is [5]
 */
export function createHistoryCleanser(
  exclusions: readonly LineExclusion[],
  take: (place: number, day: number, qty: number) => void,
): HistoryCleanser {
  const index = createExclusionIndex(exclusions);
  const held = createLineGatherer();

  function takeUnlessExcluded(place: number, day: number, qty: number, customer: string | null): void {
    if (index.find(place, day, qty, customer) === undefined) take(place, day, qty);
  }

  return {
    add(line) {
      const { place, day, qty, stream, customer = null } = line;
      if (stream === 'consumption') takeUnlessExcluded(place, day, qty, customer);
      else if (customer !== null) held.add(line);
      else if (stream === 'sale') takeUnlessExcluded(place, day, qty, null);
    },
    finish() {
      const lines = held.lines();
      const partner = pairCancelledLines(lines);
      for (let line = 0; line < lines.count; line += 1) {
        if (partner[line] !== notKnown || lines.stream[line] !== sale) continue;
        const customer = lines.customers[lines.customer[line] ?? notKnown] ?? null;
        takeUnlessExcluded(lines.place[line] ?? 0, lines.day[line] ?? 0, lines.qty[line] ?? 0, customer);
      }
    },
  };
}
