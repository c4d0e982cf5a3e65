import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import type { CellMark } from '#renderer/grid/grid-column.ts';
import { MarkLegend } from '#renderer/grid/mark-legend.tsx';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { useSortedRows } from '#renderer/grid/use-sorted-rows.ts';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { describeSelection } from '#renderer/screens/describe-selection.ts';
import { EmptyRows } from '#renderer/screens/empty-rows.tsx';
import { withoutFilter } from '#renderer/screens/place-chips.ts';
import { useScreenCommands } from '#renderer/shell/use-screen-commands.ts';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { placeHash, placeOfHash } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { text } from '#renderer/text/text.ts';
import { demandColumns } from './demand-columns.ts';
import { DemandDetail } from './demand-detail.tsx';
import type { DemandLinesSectionHandle } from './demand-lines-section.tsx';
import { DemandFilterBar } from './demand-filter-bar.tsx';
import type { DemandMeasures } from './demand-measures.ts';
import type { LevelChoiceHandle } from './level-choice.tsx';
import { indexOverrides } from './index-overrides.ts';
import { selectDemand } from './select-demand.ts';
import { useDemandMeasures } from './use-demand-measures.ts';
import { useHierarchyLevel } from './use-hierarchy-level.ts';
import { useOverrideDesk } from './use-override-desk.ts';
import type { WeekGridHandle } from './week-grid.tsx';
import '#renderer/screens/planning-screen.css';

const noOverrides: readonly ForecastOverride[] = [];

/** What is expected of every item-location, why, and what the planner knows better. */
export function DemandScreen(): React.ReactElement | null {
  const planned = usePlan((state) => state.planned);
  return planned && <MeasuredDemand planned={planned} />;
}

function MeasuredDemand({ planned }: { readonly planned: Planned }): React.ReactElement {
  const measures = useDemandMeasures(planned);
  return measures ? <Demand planned={planned} measures={measures} /> : <p className="waiting late">{text('demand.measuring')}</p>;
}

function Demand({ planned, measures }: { readonly planned: Planned; readonly measures: DemandMeasures }): React.ReactElement {
  const { frame } = planned;
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const summarise = useDesk((state) => state.summarise);
  const selectNode = useDesk((state) => state.selectNode);
  const node = useDesk((state) => state.node);
  const allOverrides = usePlan((state) => state.scenario?.forecasts ?? noOverrides);
  const grid = useRef<GridHandle>(null);
  const weekGrid = useRef<WeekGridHandle>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const lines = useRef<DemandLinesSectionHandle>(null);
  const why = useRef<HTMLElement>(null);
  const [selection, setSelection] = useState(emptySelection);
  const levelChoice = useRef<LevelChoiceHandle>(null);
  const memberGrid = useRef<GridHandle>(null);
  const hierarchy = useHierarchyLevel();
  const reader = useMemo(() => createFrameReader(frame, 'en'), [frame]);
  const lookup = useMemo(() => createFrameLookup(frame), [frame]);
  const overrides = useMemo(() => indexOverrides(frame, lookup, allOverrides), [frame, lookup, allOverrides]);
  const desk = useOverrideDesk(planned, reader, overrides);
  const columns = useMemo(() => demandColumns(planned, reader, measures, overrides), [planned, reader, measures, overrides]);
  // The level of the total moves nothing in the list, and what is not listed anew keeps the focus.
  const listHash = placeHash({ ...place, filters: { ...place.filters, level: '', counted: '' } });
  const { rows: found, hidden } = useMemo(
    () => selectDemand(planned, placeOfHash(listHash), measures, overrides),
    [planned, listHash, measures, overrides],
  );
  const sorted = useSortedRows(columns, found);
  const keyOf = useCallback((row: number) => String(row), []);
  const showsAll = place.filters['show'] === 'all';
  const shownNode = node !== null && node < frame.meta.nodes ? node : sorted.rows[0];
  // Walking down the rows never waits for the chart of the row that was left.
  const detailNode = useDeferredValue(shownNode);

  const markedColumns = useMemo(
    () =>
      columns.map((column) =>
        column.id === 'item'
          ? { ...column, isMarkedAt: (row: number, mark: CellMark) => mark === 'shown' && row === shownNode }
          : column,
      ),
    [columns, shownNode],
  );

  useEffect(() => {
    const sums = describeSelection(
      selection.rows,
      columns.find(({ id }) => id === 'forecast'),
    );
    summarise([text('shell.rows', { count: found.length }), sums].filter(Boolean).join('   '));
  }, [summarise, found.length, selection, columns]);

  const toggleAll = useCallback(
    () => goTo(showsAll ? withoutFilter(place, 'show') : { filters: { ...place.filters, show: 'all' } }),
    [goTo, place, showsAll],
  );
  const latest = useRef({ toggleAll, hierarchy });
  useEffect(() => {
    latest.current = { toggleAll, hierarchy };
  });
  useScreenCommands(
    useMemo(
      () => [
        { id: 'demand.edit', name: text('demand.edit'), shortcut: 'e', run: () => weekGrid.current?.focus() },
        { id: 'demand.giveBack', name: text('demand.giveBack'), shortcut: 'Delete', run: () => weekGrid.current?.giveBack() },
        { id: 'demand.reason', name: text('demand.giveReason'), shortcut: 'r', run: () => reasonField.current?.focus() },
        {
          id: 'demand.why',
          name: text('demand.why'),
          shortcut: 'w',
          run() {
            latest.current.hierarchy.choose(null);
            // The section comes back with the next drawing.
            requestAnimationFrame(() => why.current?.focus());
          },
        },
        { id: 'demand.total', name: text('demand.toggleTotal'), shortcut: 'f', run: () => latest.current.hierarchy.toggle() },
        { id: 'demand.level', name: text('demand.chooseLevel'), shortcut: 'l', run: () => levelChoice.current?.focus() },
        {
          id: 'demand.inMoney',
          name: text('demand.toggleMoney'),
          shortcut: 'v',
          run() {
            const { level, isValue, setValue } = latest.current.hierarchy;
            if (level !== null) setValue(!isValue);
          },
        },
        { id: 'demand.members', name: text('demand.toMembers'), shortcut: 'm', run: () => memberGrid.current?.focus() },
        { id: 'demand.lines', name: text('demand.lines'), shortcut: 'd', run: () => lines.current?.focus() },
        { id: 'demand.exclude', name: text('demand.lines.toggle'), shortcut: 'x', run: () => lines.current?.toggle() },
        { id: 'demand.all', name: text('demand.toggleAll'), shortcut: 'Alt+A', run: () => latest.current.toggleAll() },
      ],
      [],
    ),
  );
  return (
    <div className="planning-screen">
      <header className="planning-head">
        <h1>{text('screen.demand')}</h1>
        <DemandFilterBar />
        <span className="actions">
          {hidden > 0 ? <span className="hidden-rows">{text('demand.hidden', { count: hidden })}</span> : null}
          <button type="button" className="button" aria-pressed={showsAll} onClick={toggleAll}>
            {text(showsAll ? 'demand.showAttention' : 'demand.showAll')} <kbd>Alt A</kbd>
          </button>
        </span>
      </header>
      <div className="planning-body">
        <DataGrid
          ref={grid}
          name={text('demand.grid')}
          locale="en"
          columns={markedColumns}
          {...sorted}
          keyOf={keyOf}
          selection={selection}
          onSelectionChanged={setSelection}
          onFocusChanged={selectNode}
          onOpened={selectNode}
          empty={<EmptyRows title={text('demand.none')} next={text('demand.noneNext')} />}
        />
        {detailNode !== undefined && (
          <DemandDetail
            node={detailNode}
            planned={planned}
            measures={measures}
            reader={reader}
            overrides={overrides}
            allOverrides={allOverrides}
            desk={desk}
            hierarchy={hierarchy}
            onChosen={(chosen) => {
              selectNode(chosen);
              hierarchy.choose(null);
              // The grid it was chosen in is gone.
              requestAnimationFrame(() => levelChoice.current?.focus());
            }}
            onLeft={() => grid.current?.focus()}
            levelChoice={levelChoice}
            weekGrid={weekGrid}
            memberGrid={memberGrid}
            reasonField={reasonField}
            lines={lines}
            why={why}
          />
        )}
      </div>
      <footer className="planning-foot">
        <MarkLegend marks={['typed', 'expired', 'biased']} />
      </footer>
    </div>
  );
}
