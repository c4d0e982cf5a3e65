import { useCallback, useMemo, useState, type Ref } from 'react';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { allRows } from '#renderer/grid/filter-rows.ts';
import type { GridSort } from '#renderer/grid/grid-column.ts';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { text } from '#renderer/text/text.ts';
import type { DemandScope } from './demand-scope.ts';
import { memberColumns } from './member-columns.ts';

interface MemberGridProps {
  readonly ref: Ref<GridHandle>;
  readonly scope: DemandScope;
  readonly reader: FrameReader;
  readonly uom: string;
  readonly onChosen: (node: number) => void;
}

const rowsShown = 8;
const largestFirst: GridSort = { columnId: 'perWeek', direction: 'descending' };

/** The members of a total with their share of its forecast, by which a typed figure is shared out; choosing one goes to it. */
export function MemberGrid({ ref, scope, reader, uom, onChosen }: MemberGridProps) {
  const [selection, setSelection] = useState(emptySelection);
  const columns = useMemo(() => memberColumns(scope, reader, uom), [scope, reader, uom]);
  const members = scope.nodes.length;
  const all = useMemo(() => allRows(members), [members]);
  const sorted = useSortedRows(columns, all, largestFirst);
  const keyOf = useCallback((place: number) => String(scope.nodes[place]), [scope]);
  return (
    <div className="week-grid" style={{ height: `calc(32px + ${Math.min(members, rowsShown)} * var(--row-height))` }}>
      <DataGrid
        ref={ref}
        name={text('demand.members')}
        locale="en"
        columns={columns}
        {...sorted}
        keyOf={keyOf}
        selection={selection}
        onSelectionChanged={setSelection}
        onFocusChanged={() => undefined}
        onOpened={(place) => onChosen(scope.nodes[place] ?? 0)}
      />
    </div>
  );
}
