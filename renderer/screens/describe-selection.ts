import type { GridColumn } from '#renderer/grid/grid-column.ts';
import { summariseSelection } from '#renderer/grid/selection-summary.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

const mostUnits = 3;

/** The sums of the selected rows in a column, per unit, for the status bar. */
export function describeSelection(rows: ReadonlySet<number>, column: GridColumn | undefined): string {
  if (rows.size < 2 || !column) return '';
  return summariseSelection(rows, column)
    .slice(0, mostUnits)
    .map(({ count, sum, average, unit }) =>
      text('grid.sum', { count, sum: formatFigure(sum, 2), average: formatFigure(average, 2), unit }),
    )
    .join('   ');
}
