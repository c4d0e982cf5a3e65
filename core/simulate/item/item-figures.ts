import { measures, type Measure, type MeasureRow } from './measures.ts';

/** What was measured of one item-location: per measure one figure for each replication. */
export type ItemFigures = Readonly<Record<Measure, Float64Array>>;

/**
 * Room for the figures of so many replications. Does not throw.
 *
 * @example createFigures(200).demand.length === 200
 */
export function createFigures(replications: number): ItemFigures {
  return Object.fromEntries(measures.map((name) => [name, new Float64Array(replications)])) as ItemFigures; // one column per name
}

/**
 * Keeps the row of one replication. Does not throw.
 *
 * @example const figures = createFigures(2);
 *   const row = createMeasureRow();
 *   row[measureAt.lost] = 3;
 *   keepRow(figures, 1, row);
 *   figures.lost is [0, 3]
 */
export function keepRow(figures: ItemFigures, replication: number, row: MeasureRow): void {
  for (let index = 0; index < measures.length; index += 1) {
    const name = measures[index];
    if (name !== undefined) figures[name][replication] = row[index] ?? 0;
  }
}
