import type { CellClassParams, ColDef } from 'ag-grid-community';
import { text } from '#renderer/text/text.ts';
import { FigureEditor, type FigureEditorParams } from './figure-editor.ts';
import { cellMarks, type GridColumn, type GridSort } from './grid-column.ts';
import { canEdit, isMarked, isSelected, rowAt, textAt, type GridView } from './grid-view.ts';

export const selectionColumnId = 'selected';

export interface DefinitionParts {
  readonly view: () => GridView;
  readonly locale: string;
  readonly onTyped: (row: number, columnId: string, typedText: string) => void;
}

/** What the library tells of a row; it knows positions, we know rows. */
interface AtPosition {
  readonly node: { readonly rowIndex: number | null } | null;
}

/** Our columns as the grid library takes them. They hold no data: every cell asks the view of the moment. */
export function defineColumns(columns: readonly GridColumn[], sort: GridSort | null, parts: DefinitionParts): ColDef[] {
  return [defineSelection(parts), ...columns.map((column) => defineColumn(column, sort, parts))];
}

function defineColumn(column: GridColumn, sort: GridSort | null, parts: DefinitionParts): ColDef {
  const { id, header, unit, hint, widthPx, isFigure, isPinned } = column;
  const direction = sort?.direction === 'ascending' ? 'asc' : 'desc';
  return {
    colId: id,
    headerName: unit ? text('grid.header', { header, unit }) : header,
    ...(hint ? { headerTooltip: hint } : {}),
    width: widthPx,
    minWidth: 40,
    ...(isPinned ? { pinned: 'left' as const } : {}),
    ...(isFigure ? { type: 'rightAligned', cellClass: 'cell-figure' } : {}),
    cellClassRules: defineMarks(parts, id),
    valueGetter: (params) => textAt(parts.view(), id, params.node?.rowIndex),
    sortable: true,
    sort: sort?.columnId === id ? direction : null,
    sortingOrder: isFigure ? ['desc', 'asc', null] : ['asc', 'desc', null],
    ...(column.edit ? defineEdit(column, parts) : {}),
  };
}

function defineMarks(parts: DefinitionParts, columnId: string): NonNullable<ColDef['cellClassRules']> {
  const rules: Record<string, (params: CellClassParams) => boolean> = {
    'cell-selected': (params) => isSelected(parts.view(), params.rowIndex),
    'cell-zero': (params) => params.value === '\u2013',
    'cell-editable': (params) => canEdit(parts.view(), columnId, params.rowIndex),
  };
  for (const mark of cellMarks) {
    rules[`cell-${mark}`] = (params) => isMarked(parts.view(), columnId, params.rowIndex, mark);
  }
  return rules;
}

function defineEdit({ id, header }: GridColumn, parts: DefinitionParts): ColDef {
  const edit = (): GridColumn['edit'] => parts.view().columns.get(id)?.edit;
  const editorParams: FigureEditorParams = {
    locale: parts.locale,
    fieldNameAt: (position) => edit()?.fieldNameAt(rowAt(parts.view(), position) ?? -1) ?? header,
    limitsAt: (position) => edit()?.limitsAt(rowAt(parts.view(), position) ?? -1) ?? { decimals: 0, min: 0, max: 0 },
  };
  return {
    editable: ({ node }: AtPosition) => canEdit(parts.view(), id, node?.rowIndex),
    cellEditor: FigureEditor,
    cellEditorParams: editorParams,
    valueSetter: ({ node, newValue }: AtPosition & { readonly newValue: unknown }) => {
      const row = rowAt(parts.view(), node?.rowIndex);
      if (row !== undefined && typeof newValue === 'string') parts.onTyped(row, id, newValue);
      // The value changes with the next plan, not in the grid's own copy.
      return false;
    },
  };
}

function defineSelection(parts: DefinitionParts): ColDef {
  return {
    colId: selectionColumnId,
    headerName: text('grid.selected'),
    headerClass: 'header-check',
    cellClass: 'cell-check',
    width: 34,
    minWidth: 34,
    maxWidth: 34,
    pinned: 'left',
    resizable: false,
    sortable: false,
    suppressMovable: true,
    cellClassRules: { 'cell-selected': (params) => isSelected(parts.view(), params.rowIndex) },
    valueGetter: ({ node }) => {
      const position = node?.rowIndex;
      const isChosen = typeof position === 'number' && isSelected(parts.view(), position);
      return text(isChosen ? 'grid.isSelected' : 'grid.isNotSelected');
    },
  };
}
