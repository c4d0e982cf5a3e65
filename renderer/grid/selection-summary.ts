import type { GridColumn } from './grid-column.ts';

/** What the selected figures of a column add up to, per unit, because pieces and metres have no sum. */
export interface SelectionSum {
  readonly unit: string;
  readonly count: number;
  readonly sum: number;
  readonly average: number;
}

/** Adds up a column over rows, the most common unit first. Does not throw. */
export function summariseSelection(rows: Iterable<number>, column: GridColumn): SelectionSum[] {
  const { figureAt, unitAt } = column;
  if (!figureAt) return [];
  const sums = new Map<string, { count: number; sum: number }>();
  for (const row of rows) {
    const value = figureAt(row);
    if (Number.isNaN(value)) continue;
    const unit = unitAt ? unitAt(row) : (column.unit ?? '');
    const entry = sums.get(unit) ?? { count: 0, sum: 0 };
    entry.count += 1;
    entry.sum += value;
    sums.set(unit, entry);
  }
  return [...sums]
    .map(([unit, { count, sum }]) => ({ unit, count, sum, average: sum / count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
}
