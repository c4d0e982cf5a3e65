import { useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import { MarkLegend } from '#renderer/grid/mark-legend.tsx';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { weekColumns, type WeekRows } from './week-columns.ts';

export interface WeekGridHandle {
  focus(): void;
  /** Gives the selected weeks back, or the one that has the focus; without the focus in the grid it only moves there. */
  giveBack(): void;
}

interface WeekGridProps extends WeekRows {
  readonly ref: Ref<WeekGridHandle>;
  readonly name: string;
  readonly onTyped: (typed: ReadonlyMap<number, number>) => void;
  /** Weeks to be given back to the statistical forecast. */
  readonly onGivenBack: (weeks: readonly number[]) => void;
}

const rowsShown = 9;

/** The weeks to come as a spreadsheet: figures are typed or pasted, Delete gives a week back. */
export function WeekGrid({ ref, name, onTyped, onGivenBack, ...rows }: WeekGridProps) {
  const say = useDesk((state) => state.say);
  const { scope, placed, drafts, uom } = rows;
  const [selection, setSelection] = useState(emptySelection);
  const focused = useRef<number | undefined>(undefined);
  const grid = useRef<GridHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => weekColumns({ scope, placed, drafts, uom }), [scope, placed, drafts, uom]);
  const weeks = scope.weeks.days.length;
  const all = useMemo(() => allRows(weeks), [weeks]);
  const sorted = useSortedRows(columns, all);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => grid.current?.focus(),
      giveBack() {
        if (!box.current?.contains(document.activeElement)) grid.current?.focus();
        else if (selection.rows.size > 0) onGivenBack([...selection.rows]);
        else if (focused.current !== undefined) onGivenBack([focused.current]);
        setSelection(emptySelection);
      },
    }),
    [selection, onGivenBack],
  );
  const keyOf = useCallback((week: number) => String(week), []);
  return (
    <>
      <div ref={box} className="week-grid" style={{ height: `calc(32px + ${Math.min(weeks, rowsShown)} * var(--row-height))` }}>
        <DataGrid
          ref={grid}
          name={name}
          locale="en"
          columns={columns}
          {...sorted}
          keyOf={keyOf}
          selection={selection}
          onSelectionChanged={setSelection}
          onFocusChanged={(week) => (focused.current = week)}
          onEdited={(edits) => onTyped(new Map(edits.map(({ row, value }) => [row, value])))}
          onRefused={(reason) => say({ text: reason, tone: 'error' })}
        />
      </div>
      <MarkLegend marks={scope.total ? ['typed', 'draft'] : ['typed', 'draft', 'expired']} />
    </>
  );
}
