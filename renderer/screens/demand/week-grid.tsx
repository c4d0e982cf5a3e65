import { useCallback, useMemo, useRef, useState, type Ref } from 'react';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import type { GridSort } from '#renderer/grid/grid-column.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import { MarkLegend } from '#renderer/grid/mark-legend.tsx';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { weekColumns, type WeekRows } from './week-columns.ts';

interface WeekGridProps extends WeekRows {
  readonly ref?: Ref<GridHandle>;
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
  const [sort, setSort] = useState<GridSort | null>(null);
  const [selection, setSelection] = useState(emptySelection);
  const focused = useRef<number | undefined>(undefined);
  const columns = useMemo(() => weekColumns({ scope, placed, drafts, uom }), [scope, placed, drafts, uom]);
  const weeks = scope.weeks.days.length;
  const shown = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.columnId);
    return column && sort ? sortRows(allRows(weeks), column.orderAt, sort.direction) : allRows(weeks);
  }, [columns, sort, weeks]);
  const keyOf = useCallback((week: number) => String(week), []);
  return (
    <>
      <div
        className="week-grid"
        style={{ height: `calc(32px + ${Math.min(weeks, rowsShown)} * var(--row-height))` }}
        onKeyDownCapture={(event) => {
          if ((event.key !== 'Delete' && event.key !== 'Backspace') || event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          event.stopPropagation();
          onGivenBack(selection.rows.size > 0 ? [...selection.rows] : focused.current === undefined ? [] : [focused.current]);
          setSelection(emptySelection);
        }}
      >
        <DataGrid
          {...(ref ? { ref } : {})}
          name={name}
          locale="en"
          columns={columns}
          rows={shown}
          keyOf={keyOf}
          sort={sort}
          onSortChanged={setSort}
          selection={selection}
          onSelectionChanged={setSelection}
          onFocusChanged={(week) => (focused.current = week)}
          onOpened={() => undefined}
          onEdited={(edits) => onTyped(new Map(edits.map(({ row, value }) => [row, value])))}
          onRefused={(reason) => say({ text: reason, tone: 'error' })}
        />
      </div>
      <MarkLegend marks={scope.memberWeeks ? ['typed', 'draft'] : ['typed', 'draft', 'expired']} />
    </>
  );
}
