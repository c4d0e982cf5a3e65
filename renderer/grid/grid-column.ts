import type { FigureLimits } from './parse-figure.ts';

/** What a cell wants noticed; each has a shape of its own in the legend, never a colour alone. */
export const cellMarks = [
  'typed',
  'erp',
  'approved',
  'late',
  'negative',
  'draft',
  'expired',
  'biased',
  'unusual',
  'excluded',
  'shown',
] as const;
export type CellMark = (typeof cellMarks)[number];

export interface ColumnEdit {
  readonly canEditAt: (row: number) => boolean;
  /** The name of the field while a cell is edited, such as "Quantity of A-100 at HUB". */
  readonly fieldNameAt: (row: number) => string;
  readonly limitsAt: (row: number) => FigureLimits;
}

/** A column of any grid. It reads the columns of the frame and the plan by row index; nothing is kept per row. */
export interface GridColumn {
  readonly id: string;
  readonly header: string;
  /** Stands behind the header, so that cells are figures only. */
  readonly unit?: string;
  /** What the figure means, in a sentence. */
  readonly hint?: string;
  readonly widthPx: number;
  readonly isFigure: boolean;
  readonly isPinned?: boolean;
  readonly textAt: (row: number) => string;
  /** What rows are sorted by; NaN for no value. */
  readonly orderAt: (row: number) => number;
  /** The figure itself, for sums; with the unit in which it may be added up. */
  readonly figureAt?: (row: number) => number;
  readonly unitAt?: (row: number) => string;
  readonly isMarkedAt?: (row: number, mark: CellMark) => boolean;
  readonly edit?: ColumnEdit;
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

export interface CellEdit {
  readonly row: number;
  readonly columnId: string;
  readonly value: number;
}
