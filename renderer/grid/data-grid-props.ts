import type { ReactNode, Ref } from 'react';
import type { CellEdit, GridColumn, GridSort } from './grid-column.ts';
import type { RowSelection } from './row-selection.ts';

/** What a screen may ask of its grid. */
export interface GridHandle {
  /** Puts the focus back to the cell it was on, or to the first. */
  focus(): void;
  /** Puts the focus to a shown row, in the column it was in. */
  focusRow(row: number): void;
}

export interface DataGridProps {
  readonly ref?: Ref<GridHandle>;
  /** The grid's name for people who do not see it. */
  readonly name: string;
  readonly locale: string;
  readonly columns: readonly GridColumn[];
  /** Rows in the order in which they are shown. */
  readonly rows: Uint32Array;
  /** What finds a row again in another view. */
  readonly keyOf: (row: number) => string;
  /** Where an edit gives a row another key: the key a row of the view before is to be found by. */
  readonly keyNow?: (keyBefore: string) => string;
  readonly sort: GridSort | null;
  readonly onSortChanged: (sort: GridSort | null) => void;
  readonly selection: RowSelection;
  readonly onSelectionChanged: (selection: RowSelection) => void;
  readonly onFocusChanged: (row: number, columnId: string) => void;
  readonly onOpened?: (row: number) => void;
  /** For grids with columns that can be edited, and so is what comes next. */
  readonly onEdited?: (edits: readonly CellEdit[]) => void;
  /** Told in words why something was not done. */
  readonly onRefused?: (reason: string) => void;
  /** What stands in the place of rows where there are none. */
  readonly empty?: ReactNode;
}
