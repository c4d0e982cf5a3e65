import { useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { DemandLineList } from '#core/contract/schemas.ts';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import { MarkLegend } from '#renderer/grid/mark-legend.tsx';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import { text } from '#renderer/text/text.ts';
import { demandLineColumns } from './demand-line-columns.ts';
import type { DemandLine } from './exclude-lines.ts';

export interface DemandLinesHandle {
  focus(): void;
  /** Excludes the selected lines, or the one that has the focus, or counts them again; without the focus in the grid it only moves there. */
  toggle(): void;
}

interface DemandLinesProps {
  readonly ref: Ref<DemandLinesHandle>;
  readonly list: DemandLineList;
  readonly decimals: number;
  readonly uom: string;
  readonly onToggled: (lines: readonly DemandLine[]) => void;
}

const rowsShown = 8;

/** The demand lines of an item-location: what was flagged, cancelled, excluded, and why. */
export function DemandLines({ ref, list, decimals, uom, onToggled }: DemandLinesProps) {
  const [selection, setSelection] = useState(emptySelection);
  const focused = useRef<number | undefined>(undefined);
  const grid = useRef<GridHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const { lines } = list;
  const columns = useMemo(() => demandLineColumns(list, decimals, uom), [list, decimals, uom]);
  const all = useMemo(() => allRows(lines.length), [lines]);
  const sorted = useSortedRows(columns, all);
  const keys = useMemo(() => keysOf(lines), [lines]);
  const keyOf = useCallback((row: number) => keys[row] ?? '', [keys]);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => grid.current?.focus(),
      toggle() {
        if (!box.current?.contains(document.activeElement)) {
          grid.current?.focus();
          return;
        }
        const chosen = selection.rows.size > 0 ? [...selection.rows] : focused.current === undefined ? [] : [focused.current];
        setSelection(emptySelection);
        onToggled(chosen.flatMap((row) => lines[row] ?? []));
      },
    }),
    [selection, lines, onToggled],
  );
  return (
    <>
      <div
        ref={box}
        className="week-grid"
        style={{ height: `calc(32px + ${Math.min(lines.length, rowsShown)} * var(--row-height))` }}
      >
        <DataGrid
          ref={grid}
          name={text('demand.lines')}
          locale="en"
          columns={columns}
          {...sorted}
          keyOf={keyOf}
          selection={selection}
          onSelectionChanged={setSelection}
          onFocusChanged={(row) => (focused.current = row)}
        />
      </div>
      <MarkLegend marks={['unusual', 'excluded']} />
    </>
  );
}

/** Lines have no ids: day, size and customer name one, and a number those that are alike. */
function keysOf(lines: readonly DemandLine[]): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map(({ day, qty, stream, customer }) => {
    const name = JSON.stringify([day, qty, stream, customer]);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return `${name} ${count}`;
  });
}
