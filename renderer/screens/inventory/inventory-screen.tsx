import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { Inspector } from '#renderer/inspector/inspector.tsx';
import { FilterChips } from '#renderer/screens/filter-chips.tsx';
import { placeChips, withoutFilter } from '#renderer/screens/place-chips.ts';
import { useScreenCommands } from '#renderer/shell/use-screen-commands.ts';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { text } from '#renderer/text/text.ts';
import { nodeColumns } from './node-columns.ts';
import { selectNodes } from './select-nodes.ts';
import '#renderer/screens/planning-screen.css';

/** Every item-location with its stock, demand and way ahead. */
export function InventoryScreen(): React.ReactElement | null {
  const planned = usePlan((state) => state.planned);
  return planned && <Inventory planned={planned} />;
}

function Inventory({ planned }: { readonly planned: Planned }): React.ReactElement {
  const { frame, result } = planned;
  const place = useDesk((state) => state.place);
  const { goTo, summarise, selectNode } = useDesk((state) => state);
  const node = useDesk((state) => state.node);
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState(emptySelection);
  const [isOpen, setIsOpen] = useState(false);
  const reader = useMemo(() => createFrameReader(frame, 'en'), [frame]);
  const columns = useMemo(() => nodeColumns(reader, result), [reader, result]);
  const { rows: found, hidden } = useMemo(() => selectNodes(planned, place), [planned, place]);
  const sorted = useSortedRows(columns, found);
  const keyOf = useCallback((row: number) => String(row), []);
  const chips = placeChips(place, goTo);
  if (place.filters['out']) {
    chips.push({ id: 'out', name: text('filter.outSoon'), remove: () => goTo(withoutFilter(place, 'out')) });
  }
  const showsAll = place.filters['show'] === 'all';
  const toggleAll = useCallback(() => goTo({ filters: showsAll ? {} : { show: 'all' } }), [goTo, showsAll]);
  useScreenCommands(
    useMemo(() => [{ id: 'inventory.all', name: text('inventory.toggleAll'), shortcut: 'Alt+A', run: toggleAll }], [toggleAll]),
  );
  useEffect(() => summarise(text('shell.rows', { count: found.length })), [summarise, found.length]);
  return (
    <>
      <header className="planning-head">
        <h1>{text('screen.inventory')}</h1>
        <FilterChips chips={chips} />
        {(hidden > 0 || showsAll) && (
          <button type="button" className="button quiet" onClick={toggleAll}>
            {showsAll ? text('inventory.showAttention') : text('inventory.hidden', { count: hidden })} <kbd>Alt A</kbd>
          </button>
        )}
      </header>
      <div className="planning-body">
        {found.length === 0 ? (
          <p className="waiting">{text('inventory.none')}</p>
        ) : (
          <DataGrid
            ref={grid}
            name={text('inventory.grid')}
            locale="en"
            columns={columns}
            {...sorted}
            keyOf={keyOf}
            selection={selection}
            onSelectionChanged={setSelection}
            onFocusChanged={selectNode}
            onOpened={(row) => {
              selectNode(row);
              setIsOpen(true);
            }}
          />
        )}
        {isOpen && node !== null && node < frame.meta.nodes && (
          <Inspector
            node={node}
            result={result}
            reader={reader}
            whyAsked={0}
            onClosed={() => {
              setIsOpen(false);
              grid.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}
