import { useEffect, useMemo, useRef, useState } from 'react';
import { noChanges } from '#core/plan/plan-changes.ts';
import { DataGrid } from '#renderer/grid/data-grid.tsx';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { MarkLegend } from '#renderer/grid/mark-legend.tsx';
import { emptySelection } from '#renderer/grid/row-selection.ts';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { Inspector } from '#renderer/inspector/inspector.tsx';
import { describeSelection } from '#renderer/screens/describe-selection.ts';
import { EmptyRows } from '#renderer/screens/empty-rows.tsx';
import { useScreenCommands } from '#renderer/shell/use-screen-commands.ts';
import { withoutFilter } from '#renderer/screens/place-chips.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { text } from '#renderer/text/text.ts';
import { approvableRows, summariseApproval, type ApprovalSummary } from './approval-summary.ts';
import { orderColumns } from './order-columns.ts';
import { OrderFilterBar } from './order-filter-bar.tsx';
import { orderHeadline } from './order-headline.ts';
import { createOrderTable } from './order-table.ts';
import { readOrderFilters } from './read-order-filters.ts';
import { createRenamedRows } from './renamed-rows.ts';
import { ReviewStrip } from './review-strip.tsx';
import { useOrderActions } from './use-order-actions.ts';
import { useOrderRows } from './use-order-rows.ts';
import '#renderer/screens/planning-screen.css';

const locale = 'en';

/** The grid of proposed orders with its filters, the review before an approval, and the inspector. */
export function OrderDesk({ planned }: { readonly planned: Planned }): React.ReactElement {
  const { frame, result, firmOrders } = planned;
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const selectNode = useDesk((state) => state.selectNode);
  const summarise = useDesk((state) => state.summarise);
  const reader = useMemo(() => createFrameReader(frame, locale), [frame]);
  const table = useMemo(() => createOrderTable(reader, result, { ...noChanges, firmOrders }), [reader, result, firmOrders]);
  const columns = useMemo(() => orderColumns(table), [table]);
  const filters = useMemo(() => readOrderFilters(place, reader), [place, reader]);
  const [renamed] = useState(createRenamedRows);
  const orders = useOrderRows(table, columns, filters, renamed);
  const actions = useOrderActions(table, renamed);
  const grid = useRef<GridHandle>(null);
  const [focus, setFocus] = useState<{ readonly key: string; readonly row: number; readonly columnId: string }>();
  const [isInspecting, setIsInspecting] = useState(false);
  const [whyAsked, setWhyAsked] = useState(0);
  const [review, setReview] = useState<ApprovalSummary>();

  const { rows, selection, hiddenLater, hiddenApproved } = orders;
  // Until the grid has followed its row into another plan, the row is the one with the same key at the same index.
  const isSame = focus !== undefined && focus.row < table.count && table.keyOf(focus.row) === focus.key;
  const focusedRow = isSame ? focus.row : undefined;
  const focusedColumn = columns.find(({ id }) => id === focus?.columnId && columns.length > 0);
  const declined = firmOrders.filter((order) => order.origin === 'override' && order.qty === 0);

  useEffect(() => {
    const sums = describeSelection(
      selection.rows,
      focusedColumn?.figureAt ? focusedColumn : columns.find(({ id }) => id === 'value'),
    );
    summarise([text('replenish.rows', { count: rows.length }), sums].filter(Boolean).join('   '));
  }, [rows, selection, focusedColumn, columns, summarise]);

  function startReview(): void {
    const candidates = selection.rows.size > 0 ? selection.rows : focusedRow === undefined ? [] : [focusedRow];
    const approvable = approvableRows(table, candidates);
    if (approvable.length === 0) actions.refuse(text('replenish.nothing'));
    else setReview(summariseApproval(table, approvable));
  }
  function backToGrid(): void {
    setReview(undefined);
    grid.current?.focus();
  }
  async function approve(summary: ApprovalSummary): Promise<void> {
    // The next to decide on is the first after the approved ones; it keeps the focus when they go.
    const approved = new Set(summary.rows);
    const last = rows.findLastIndex((row) => approved.has(row));
    const next = rows.find((row, position) => position > last && !approved.has(row));
    setReview(undefined);
    if (next === undefined) grid.current?.focus();
    else grid.current?.focusRow(next);
    if (await actions.approve(summary.lines)) orders.setSelection(emptySelection);
  }
  function toggleAll(): void {
    goTo({ filters: filters.showsAll ? withoutFilter(place, 'show').filters : { ...place.filters, show: 'all' } });
  }
  function closeInspector(): void {
    setIsInspecting(false);
    grid.current?.focus();
  }
  const restoreRows = selection.rows.size > 0 ? selection.rows : focusedRow === undefined ? [] : [focusedRow];

  const latest = useRef({ startReview, toggleAll, restore: () => actions.restore(restoreRows), closeInspector });
  useEffect(() => {
    latest.current = { startReview, toggleAll, restore: () => actions.restore(restoreRows), closeInspector };
  });
  useScreenCommands(
    useMemo(
      () => [
        {
          id: 'replenish.approve',
          name: text('replenish.approve'),
          shortcut: 'Ctrl+Enter',
          run: () => latest.current.startReview(),
        },
        {
          id: 'replenish.why',
          name: text('replenish.why'),
          shortcut: 'w',
          run() {
            setIsInspecting(true);
            setWhyAsked((count) => count + 1);
          },
        },
        { id: 'replenish.inspect', name: text('replenish.inspect'), shortcut: 'i', run: () => setIsInspecting(true) },
        { id: 'replenish.restore', name: text('replenish.restore'), shortcut: 'Delete', run: () => latest.current.restore() },
        { id: 'replenish.all', name: text('replenish.showAll'), shortcut: 'Alt+A', run: () => latest.current.toggleAll() },
        { id: 'inspector.close', name: text('action.close'), shortcut: 'Escape', run: () => latest.current.closeInspector() },
      ],
      [],
    ),
  );

  const hidden = text('replenish.hidden', {
    later: hiddenLater,
    approved: hiddenApproved,
    both: hiddenLater > 0 && hiddenApproved > 0 ? 'yes' : 'no',
  });
  const isFiltered = hiddenLater + hiddenApproved === 0 && table.count > 0;
  return (
    <div className="planning-screen">
      <header className="planning-head">
        <h1>{text('screen.replenish')}</h1>
        <OrderFilterBar reader={reader} />
        <span className="actions">
          {hidden ? <span className="hidden-rows">{hidden}</span> : null}
          <button type="button" className="button" aria-pressed={filters.showsAll} onClick={toggleAll}>
            {text(filters.showsAll ? 'replenish.showDecisions' : 'replenish.showAll')} <kbd>Alt A</kbd>
          </button>
          <button type="button" className="button primary" disabled={rows.length === 0} onClick={startReview}>
            {text('replenish.approve')} <kbd>Ctrl Enter</kbd>
          </button>
        </span>
      </header>
      {review ? <ReviewStrip summary={review} onApproved={() => void approve(review)} onCancelled={backToGrid} /> : null}
      <div className="planning-body">
        <DataGrid
          ref={grid}
          name={text('replenish.grid')}
          locale={locale}
          columns={columns}
          rows={rows}
          keyOf={table.keyOf}
          keyNow={renamed.keyNow}
          sort={orders.sort}
          onSortChanged={orders.onSortChanged}
          selection={selection}
          onSelectionChanged={orders.setSelection}
          onFocusChanged={(row, columnId) => {
            setFocus({ key: table.keyOf(row), row, columnId });
            selectNode(table.nodeOf(row));
          }}
          onOpened={() => setIsInspecting(true)}
          onEdited={(edits) => actions.typeQuantities(edits.map(({ row, value }) => ({ row, qty: value })))}
          onRefused={actions.refuse}
          empty={
            <EmptyRows
              title={text(isFiltered ? 'replenish.emptyFiltered' : 'replenish.empty')}
              next={text(isFiltered ? 'replenish.emptyFilteredNext' : 'replenish.emptyNext')}
            />
          }
        />
        {isInspecting && focusedRow !== undefined ? (
          <Inspector
            node={table.nodeOf(focusedRow)}
            order={focusedRow}
            headline={orderHeadline(table, focusedRow)}
            result={result}
            reader={reader}
            onClosed={closeInspector}
            whyAsked={whyAsked}
          />
        ) : null}
      </div>
      <footer className="planning-foot">
        <MarkLegend marks={['typed', 'approved', 'late']} />
        {declined.length > 0 ? (
          <span>
            {text('replenish.declined', { count: declined.length })}{' '}
            <button type="button" className="button link" onClick={() => actions.withdraw(declined.map(({ id }) => id))}>
              {text('replenish.restoreDeclined')}
            </button>
          </span>
        ) : null}
      </footer>
    </div>
  );
}
