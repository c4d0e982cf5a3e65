import {
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
  createGrid,
  type GridApi,
} from 'ag-grid-community';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { defineColumns, selectionColumnId } from './column-definitions.ts';
import type { DataGridProps } from './data-grid-props.ts';
import { cellPlaceOf, followFocus, type FocusedPlace } from './follow-focus.ts';
import { gridClipboard } from './grid-clipboard.ts';
import { decideKey } from './grid-keys.ts';
import { gridTheme, styleNonce } from './grid-theme.ts';
import { canEdit, rowAt, type GridView } from './grid-view.ts';
import { figureSignsOf, parseFigure } from './parse-figure.ts';
import { extendTo, toggleAll, toggleRow } from './row-selection.ts';
import './grid.css';

const modules = [
  InfiniteRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
];
const rowHeights = { compact: 24, normal: 28, comfortable: 34 } as const;
const blockRows = 200;
/** Every row has the same data: what a cell shows is asked of the view by position, so nothing is kept per row. */
const placeholder = Object.freeze({});

interface BlockRequest {
  readonly startRow: number;
  readonly endRow: number;
  successCallback(block: object[], lastRow: number): void;
}

/** The one grid of the desk: rows are indices, cells read columns, and focus stays where the work is (GRD-1 to GRD-12). */
export function DataGrid(props: DataGridProps): React.ReactElement {
  const { columns, rows, keyOf, selection, sort, locale, onEdited, onRefused, empty } = props;
  const density = useDesk((state) => state.density);
  const box = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const focused = useRef<FocusedPlace | null>(null);
  const shown = useRef<GridView | null>(null);
  const [api, setApi] = useState<GridApi | null>(null);
  const view = useMemo<GridView>(
    () => ({ rows, columns: new Map(columns.map((column) => [column.id, column])), selection, keyOf }),
    [rows, columns, selection, keyOf],
  );
  const current = useRef({ props, view });
  useLayoutEffect(() => {
    current.current = { props, view };
  });

  const shape = columns.map(({ id, header, unit }) => `${id}/${header}/${unit ?? ''}`).join('|');
  const [firstSort] = useState(sort);
  // The definitions ask the view of the moment, so they are made again only where a column comes, goes or is renamed.
  const definitions = useMemo(
    () =>
      // eslint-disable-next-line react-hooks/refs -- the grid calls these from events, never while drawing
      defineColumns(columns, firstSort, {
        view: () => current.current.view,
        locale,
        onTyped(row, columnId, typedText) {
          const edit = current.current.view.columns.get(columnId)?.edit;
          const parsed = edit && parseFigure(typedText, figureSignsOf(locale), edit.limitsAt(row));
          if (parsed?.ok) current.current.props.onEdited?.([{ row, columnId, value: parsed.value }]);
        },
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `shape` says all of `columns` that a definition holds
    [shape, locale, firstSort],
  );
  const datasource = useMemo(
    () => ({
      getRows({ startRow, endRow, successCallback }: BlockRequest) {
        const count = current.current.view.rows.length;
        successCallback(new Array<object>(Math.max(0, Math.min(endRow, count) - startRow)).fill(placeholder), count);
      },
    }),
    [],
  );

  useEffect(() => {
    if (!host.current) return;
    const nonce = styleNonce();
    // Not the library's React component: a component per cell made scrolling a third slower (ADR 0080).
    const made = createGrid(
      host.current,
      {
        theme: gridTheme,
        ...(nonce ? { styleNonce: nonce } : {}),
        rowModelType: 'infinite',
        datasource,
        cacheBlockSize: blockRows,
        maxBlocksInCache: 20,
        infiniteInitialRowCount: current.current.view.rows.length,
        columnDefs: [],
        headerHeight: 30,
        animateRows: false,
        suppressNoRowsOverlay: true,
        suppressMultiSort: true,
        enterNavigatesVerticallyAfterEdit: true,
        stopEditingWhenCellsLoseFocus: true,
        invalidEditValueMode: 'block',
        defaultColDef: {
          suppressKeyboardEvent: ({ event, editing, column, node }) =>
            !editing && decideKey(event, canEdit(current.current.view, column.getColId(), node.rowIndex)) !== 'pass',
        },
        onSortChanged: (event) => {
          const sorted = event.api.getColumnState().find((column) => column.sort);
          const direction = sorted?.sort === 'desc' ? 'descending' : 'ascending';
          if (event.source === 'uiColumnSorted') {
            current.current.props.onSortChanged(sorted ? { columnId: sorted.colId, direction } : null);
          }
        },
        onCellClicked: (event) => {
          const { view: seen, props: latest } = current.current;
          const row = rowAt(seen, event.rowIndex);
          if (row === undefined || !(event.event instanceof MouseEvent)) return;
          const { shiftKey, ctrlKey, metaKey } = event.event;
          const isToggle = ctrlKey || metaKey || event.column.getColId() === selectionColumnId;
          if (shiftKey) latest.onSelectionChanged(extendTo(seen.selection, seen.rows, row));
          else if (isToggle) latest.onSelectionChanged(toggleRow(seen.selection, row));
          else latest.onOpened?.(row);
        },
      },
      { modules },
    );
    host.current.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label', props.name);
    setApi(made);
    return () => {
      setApi(null);
      made.destroy();
    };
  }, [datasource, props.name]);
  useEffect(() => {
    if (api && !api.isDestroyed()) api.updateGridOptions({ columnDefs: definitions, rowHeight: rowHeights[density] });
  }, [api, definitions, density]);

  useEffect(() => {
    if (!api || api.isDestroyed()) return;
    if (api.getDisplayedRowCount() !== view.rows.length) api.setRowCount(view.rows.length, true);
    api.refreshCells({ force: true, suppressFlash: true });
    // A selection moves nothing; following the focus then would undo the step the planner has just made.
    const isMoved = shown.current?.rows !== view.rows || shown.current.keyOf !== view.keyOf;
    shown.current = view;
    if (!focused.current || !isMoved) return;
    const { keyNow, onFocusChanged } = current.current.props;
    const before = focused.current;
    const place = followFocus(api, view, keyNow ? { ...before, key: keyNow(before.key) } : before, box.current);
    focused.current = place;
    if (place.row !== before.row || place.key !== before.key) onFocusChanged(place.row, place.columnId);
  }, [api, view]);

  useImperativeHandle(
    props.ref,
    () => {
      function focusAt(position: number): void {
        const columnId = focused.current?.columnId ?? api?.getAllGridColumns()[1]?.getColId() ?? '';
        const row = rowAt(current.current.view, position);
        if (!api || row === undefined) return;
        api.ensureIndexVisible(position);
        api.setFocusedCell(position, columnId);
        focused.current = { row, key: current.current.view.keyOf(row), columnId, position };
        current.current.props.onFocusChanged(row, columnId);
      }
      return {
        focus: () => focusAt(focused.current?.position ?? 0),
        focusRow: (row) => focusAt(current.current.view.rows.indexOf(row)),
      };
    },
    [api],
  );

  /** From the browser and not from the library, which tells of it a timer later: a command pressed meanwhile took the row before. */
  function onFocus(event: React.FocusEvent): void {
    const place = cellPlaceOf(event.target);
    const row = rowAt(view, place?.position);
    if (!place || row === undefined) return;
    focused.current = { row, key: view.keyOf(row), ...place };
    props.onFocusChanged(row, place.columnId);
  }

  function onKey(event: React.KeyboardEvent): void {
    const cell = api?.getFocusedCell();
    const isInBody = event.target instanceof Element && event.target.closest('.ag-row') !== null;
    const row = rowAt(view, cell?.rowIndex);
    if (!api || !cell || !isInBody || row === undefined || api.getEditingCells().length > 0) return;
    const columnId = cell.column.getColId();
    switch (decideKey(event, canEdit(view, columnId, cell.rowIndex))) {
      case 'toggle':
        props.onSelectionChanged(toggleRow(selection, row));
        break;
      case 'extendDown':
        extendFocus(cell.rowIndex, cell.rowIndex + 1, columnId);
        break;
      case 'extendUp':
        extendFocus(cell.rowIndex, cell.rowIndex - 1, columnId);
        break;
      case 'selectAll':
        props.onSelectionChanged(toggleAll(selection, rows));
        break;
      case 'open':
        props.onOpened?.(row);
        break;
      case 'ignore':
      case 'pass':
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function extendFocus(from: number, to: number, columnId: string): void {
    const first = rowAt(view, from);
    const row = rowAt(view, to);
    if (first === undefined || row === undefined) return;
    const isRange = selection.anchorRow !== null && selection.rows.size > 0;
    api?.ensureIndexVisible(to);
    api?.setFocusedCell(to, columnId);
    props.onSelectionChanged(extendTo(isRange ? selection : { rows: new Set([first]), anchorRow: first }, rows, row));
  }

  return (
    <div
      className="data-grid"
      ref={box}
      onFocusCapture={onFocus}
      onKeyDownCapture={onKey}
      {...gridClipboard(api, view, { locale, columns, onEdited, onRefused })}
    >
      <div className="grid-host" ref={host} />
      {rows.length === 0 ? empty : null}
    </div>
  );
}
