import { notKnown, type DemandLines } from './demand-lines.ts';
import { demandStreams } from './demand-stream.ts';
import { createExclusionIndex, type LineExclusion } from './exclusion-index.ts';
import { findOutlierLines, type OutlierLimits, type OutlierLine } from './find-outlier-lines.ts';
import { pairCancelledLines } from './pair-cancelled-lines.ts';

/** What became of a line; the position is the code. */
export const lineTreatments = ['kept', 'returned', 'cancelled', 'excluded'] as const;

export type LineTreatment = (typeof lineTreatments)[number];

/** What became of every line, and why. */
export interface CleansedLines {
  /** Position in `lineTreatments` per line. */
  readonly treatment: Uint8Array;
  /** The line that a cancelled line belongs to, or notKnown. */
  readonly partner: Int32Array;
  /** The exclusion that took a line out, or notKnown. */
  readonly exclusion: Int32Array;
  /** Kept lines that are unusually large: flagged and counted. */
  readonly outliers: readonly OutlierLine[];
}

/** What a planner says of the history, and when a line is unusual. */
export interface CleansingOptions {
  readonly exclusions?: readonly LineExclusion[];
  readonly outliers?: OutlierLimits;
}

const returned = demandStreams.indexOf('return');

/**
 * Cleanses lines of demand history (rules DEM-80 to DEM-83): cancelled pairs are dropped, lines a planner has excluded are
 * left out, other returns are kept apart as a stream of their own, and unusually large lines are flagged. What was kept, cleansed
 * again, is kept. The order of the lines does not matter. O(n log n), does not throw.
 *
 * @example const line = (day, qty, stream) => ({ place: 0, day, qty, stream, customer: 'C' });
 *   cleanseLines(gatherLines([line(1, 5, 'sale'), line(2, 80, 'sale'), line(3, 80, 'return')])).treatment is [0, 2, 2]
 */
export function cleanseLines(lines: DemandLines, { exclusions = [], outliers }: CleansingOptions = {}): CleansedLines {
  // Pairs first: a return whose sale was taken out would otherwise look for another one.
  const partner = pairCancelledLines(lines);
  const index = createExclusionIndex(exclusions);
  const exclusion = new Int32Array(lines.count).fill(notKnown);
  const treatment = new Uint8Array(lines.count);
  for (let line = 0; line < lines.count; line += 1) {
    if (partner[line] !== notKnown) {
      treatment[line] = lineTreatments.indexOf('cancelled');
      continue;
    }
    const customer = lines.customers[lines.customer[line] ?? notKnown] ?? null;
    const word = index.find(lines.place[line] ?? 0, lines.day[line] ?? 0, lines.qty[line] ?? 0, customer);
    if (word !== undefined) {
      exclusion[line] = word;
      treatment[line] = lineTreatments.indexOf('excluded');
    } else if (lines.stream[line] === returned) {
      treatment[line] = lineTreatments.indexOf('returned');
    }
  }
  const kept = lineTreatments.indexOf('kept');
  return { treatment, partner, exclusion, outliers: findOutlierLines(lines, (line) => treatment[line] === kept, outliers) };
}
