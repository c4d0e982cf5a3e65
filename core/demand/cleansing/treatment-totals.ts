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
 *
 * @example a kept line of 5 and a cancelled pair of 80 → kept 1 and 5, returned 0, cancelled 2 and 160, excluded 0
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
