import { lineTreatments, type CleansedLines, type LineTreatment } from './cleanse-lines.ts';
import type { DemandLines } from './demand-lines.ts';

/** How many lines were treated alike, and their sizes added up. */
export interface TreatmentTotal {
  readonly treatment: LineTreatment;
  readonly lines: number;
  readonly qty: number;
}

/**
 * What the cleansing did, in figures: one total per treatment, over all lines or those of one place. The totals add up to
 * all lines. O(n), does not throw.
 * Source: DEM-80 to DEM-83.
 *
 * @example const line = (day, qty, stream) => ({ place: 0, day, qty, stream, customer: 'C' });
 *   const lines = gatherLines([line(1, 5, 'sale'), line(2, 80, 'sale'), line(3, 80, 'return')]);
 *   treatmentTotals(lines, cleanseLines(lines))[2] is { treatment: 'cancelled', lines: 2, qty: 160 }
 */
export function treatmentTotals(lines: DemandLines, { treatment }: CleansedLines, place?: number): TreatmentTotal[] {
  const counts = lineTreatments.map(() => 0);
  const sums = lineTreatments.map(() => 0);
  for (let line = 0; line < lines.count; line += 1) {
    if (place !== undefined && lines.place[line] !== place) continue;
    const code = treatment[line] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    sums[code] = (sums[code] ?? 0) + (lines.qty[line] ?? 0);
  }
  return lineTreatments.map((name, code) => ({ treatment: name, lines: counts[code] ?? 0, qty: sums[code] ?? 0 }));
}
