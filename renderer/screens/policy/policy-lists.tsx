import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import { proposalAt } from '#core/insight/parameters/proposal-at.ts';
import { proposalKinds, type ProposalColumns, type ProposalKind } from '#core/insight/parameters/proposal-columns.ts';
import { rankProposals } from '#core/insight/parameters/rank-proposals.ts';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { filterRows } from '#renderer/grid/filter-rows.ts';
import { emptySelection, type RowSelection } from '#renderer/grid/row-selection.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { EmptyRows } from '#renderer/screens/empty-rows.tsx';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned, PlanState } from '#renderer/stores/plan-state.ts';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { changesOfProposals, proposalKey, wholeProposals } from './accept-proposals.ts';
import { nodePolicyColumns } from './node-policy-columns.ts';
import { PolicyList } from './policy-list.tsx';
import { policyLists, type PolicyList as ListName } from './policy-place.ts';
import { PolicySide } from './policy-side.tsx';
import { proposalColumns } from './proposal-columns.ts';
import { usePlacementList } from './use-placement-list.tsx';
import { usePolicyAnswer } from './use-policy-answers.ts';

/** What the screen's commands ask of its lists. */
export interface PolicyListsHandle {
  focus(): void;
  accept(): void;
  show(list: ListName): void;
  toggleTyped(): void;
  toggleLeftOut(): void;
}

interface PolicyListsProps {
  readonly ref: Ref<PolicyListsHandle>;
  readonly planned: Planned;
  readonly reader: FrameReader;
  readonly inputs: PolicyInputs;
  /** The item-locations of the chosen cell. */
  readonly nodes: Uint32Array;
  readonly currency: string;
  readonly list: ListName;
  readonly onListChanged: (list: ListName) => void;
  readonly kind: ProposalKind | undefined;
  /** With the empty text for any. */
  readonly onKindChosen: (kind: string) => void;
}

const noProposals = new Uint32Array(0);
/** A split of service pays as a whole, which the curve applies; its rows are shown where they are asked for. */
const split = proposalKinds.indexOf('service_optimum');

/** The proposals and the item-locations of the chosen cell, with what stands behind the row beside them. */
export function PolicyLists(props: PolicyListsProps): React.ReactElement {
  const { ref, planned, reader, inputs, nodes, currency, list, onListChanged, kind, onKindChosen } = props;
  const { result } = planned;
  const selectNode = useDesk((state) => state.selectNode);
  const summarise = useDesk((state) => state.summarise);
  const desired = useDesk((state) => state.node);
  const actions = useScenarioEdits();
  const grid = useRef<GridHandle>(null);
  const answer = usePolicyAnswer(result, askProposals);
  const proposals = answer.value;
  const [taken, setTaken] = useState<{ readonly of: unknown; readonly keys: ReadonlySet<string> }>();
  const [selection, setSelection] = useState<{ readonly of: unknown; readonly rows: RowSelection }>();
  const [focus, setFocus] = useState<{ readonly of: unknown; readonly row: number }>();

  const isHere = useMemo(() => {
    const here = new Uint8Array(inputs.isJudged.length);
    for (const node of nodes) here[node] = 1;
    return here;
  }, [nodes, inputs]);
  const ranked = useMemo(() => (proposals ? rankProposals(proposals) : noProposals), [proposals]);
  const hereRows = useMemo(
    () => (proposals ? filterRows(ranked, [(row) => isHere[proposals.views.node[row] ?? 0] === 1]) : noProposals),
    [proposals, ranked, isHere],
  );
  const proposalRows = useMemo(() => {
    const wanted = kind && proposalKinds.indexOf(kind);
    const kindOf = (row: number): number => proposals?.views.kind[row] ?? 0;
    return filterRows(hereRows, [(row) => (wanted === undefined ? kindOf(row) !== split : kindOf(row) === wanted)]);
  }, [proposals, hereRows, kind]);
  const kindCounts = useMemo(() => {
    const counts = proposalKinds.map(() => 0);
    for (const row of hereRows) counts[proposals?.views.kind[row] ?? 0] = (counts[proposals?.views.kind[row] ?? 0] ?? 0) + 1;
    return counts;
  }, [proposals, hereRows]);
  const nodeRows = useMemo(() => sortRows(nodes, (node) => inputs.usageValue[node] ?? 0, 'descending'), [nodes, inputs]);

  const takenKeys = taken?.of === proposals ? taken?.keys : undefined;
  const isTaken = useCallback(
    (row: number): boolean => proposals !== undefined && takenKeys?.has(proposalKey(proposals, row)) === true,
    [proposals, takenKeys],
  );
  const columnsOfProposals = useMemo(
    () => (proposals ? proposalColumns(proposals, reader, isTaken) : []),
    [proposals, reader, isTaken],
  );
  const columnsOfNodes = useMemo(() => nodePolicyColumns(planned, reader, inputs), [planned, reader, inputs]);
  const isProposals = list === 'proposals';
  const isPlacement = list === 'placement';
  const placement = usePlacementList({ planned, reader, nodes, currency, isShown: isPlacement });
  const rows = isProposals ? proposalRows : nodeRows;
  // Rows of proposals are indices into the columns of one answer; nodes stay what they are.
  const of = isProposals ? proposals : planned.frame;
  const chosenRows = selection?.of === of && selection ? selection.rows : emptySelection;
  const focusedRow = focus?.of === of ? focus?.row : undefined;
  const keyOfProposal = useCallback((row: number) => (proposals ? proposalKey(proposals, row) : ''), [proposals]);
  const keyOfNode = useCallback((row: number) => String(row), []);

  function accept(row: number | undefined): void {
    if (!proposals || !isProposals) return;
    const asked = chosenRows.rows.size > 0 ? chosenRows.rows : row === undefined ? [] : [row];
    const whole = wholeProposals(proposals, asked).filter((each) => !isTaken(each));
    const changes = changesOfProposals(proposals, whole, reader, (kind) =>
      text('policy.acceptReason', { kind: text(`policy.kind.${kind}`) }),
    );
    if (changes.length === 0) {
      actions.refuse(text(whole.length === 0 ? 'policy.nothingChosen' : 'policy.notInScenario'));
      return;
    }
    const keys = new Set([...(takenKeys ?? []), ...whole.map((each) => proposalKey(proposals, each))]);
    setTaken({ of: proposals, keys });
    setSelection(undefined);
    const wholeSet = new Set(whole);
    const last = rows.findLastIndex((each) => wholeSet.has(each));
    const next = rows.find((each, position) => position > last && !wholeSet.has(each));
    if (next !== undefined) grid.current?.focusRow(next);
    void actions.apply(changes, text('policy.accepted', { count: changes.length })).then((isDone) => {
      if (!isDone) setTaken(undefined);
    });
  }
  useImperativeHandle(ref, () => ({
    focus: () => (isPlacement ? placement.focus() : grid.current?.focus()),
    accept: () => (isPlacement ? placement.accept() : accept(focusedRow)),
    show: onListChanged,
    toggleTyped: () => (isPlacement ? placement.toggleTyped() : undefined),
    toggleLeftOut: () => (isPlacement ? placement.toggleLeftOut() : undefined),
  }));

  const placementCount = placement.count ?? 0;
  const money = useMemo(
    () => proposalRows.reduce((sum, row) => sum + (proposals?.views.stockValueChange[row] ?? 0), 0),
    [proposals, proposalRows],
  );
  useEffect(
    () =>
      summarise(
        isPlacement
          ? text('policy.placementRows', { count: placementCount })
          : text(isProposals ? 'policy.proposalRows' : 'policy.itemRows', { count: rows.length }),
      ),
    [summarise, isProposals, isPlacement, placementCount, rows.length],
  );
  const node = focusedRow === undefined ? desired : isProposals ? (proposals?.views.node[focusedRow] ?? null) : focusedRow;
  // Placements are computed when they are looked at.
  const counts = { proposals: proposalRows.length, items: nodes.length, placement: placement.count ?? -1 };
  return (
    <section className="policy-lists" aria-label={text('policy.lists')}>
      <header>
        <div role="tablist" aria-label={text('policy.lists')} className="segmented">
          {policyLists.map((name) => (
            <button
              key={name}
              id={`policy-tab-${name}`}
              type="button"
              role="tab"
              className="button quiet"
              aria-selected={list === name}
              tabIndex={list === name ? 0 : -1}
              onClick={() => onListChanged(name)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
                event.preventDefault();
                const step = event.key === 'ArrowRight' ? 1 : policyLists.length - 1;
                const other = policyLists[(policyLists.indexOf(name) + step) % policyLists.length] ?? name;
                onListChanged(other);
                document.getElementById(`policy-tab-${other}`)?.focus();
              }}
            >
              {text(`policy.list.${name}`, { count: counts[name] })}
            </button>
          ))}
        </div>
        {isPlacement ? placement.head : null}
        {isProposals && proposals ? (
          <>
            <select
              aria-label={text('policy.kindField')}
              value={kind ?? ''}
              onChange={({ target }) => onKindChosen(target.value)}
            >
              <option value="">{text('policy.anyKind')}</option>
              {proposalKinds.map((name, at) =>
                (kindCounts[at] ?? 0) > 0 || name === kind ? (
                  <option key={name} value={name}>
                    {text('policy.kindCount', { name: text(`policy.kind.${name}`), count: kindCounts[at] ?? 0 })}
                  </option>
                ) : null,
              )}
            </select>
            <span className="soft">
              {text('policy.proposalMoney', { change: `${money > 0 ? '+' : ''}${formatMoney(money, currency)}` })}
            </span>
            <span className="actions">
              <button type="button" className="button" disabled={rows.length === 0} onClick={() => accept(focusedRow)}>
                {text(chosenRows.rows.size > 1 ? 'policy.acceptMany' : 'policy.accept', { count: chosenRows.rows.size })}{' '}
                <kbd>A</kbd>
              </button>
            </span>
          </>
        ) : null}
      </header>
      <div
        className="planning-body"
        role="tabpanel"
        aria-labelledby={`policy-tab-${list}`}
        aria-busy={isPlacement ? !placement.isCurrent : isProposals && !answer.isCurrent}
      >
        {isPlacement ? (
          placement.body
        ) : rows.length === 0 ? (
          isProposals && !proposals ? (
            <p className="waiting" role={answer.problem === undefined ? 'status' : 'alert'}>
              {answer.problem ?? text('policy.computing')}
            </p>
          ) : (
            <EmptyRows
              title={text(isProposals ? 'policy.noProposals' : 'policy.noItems')}
              next={text(isProposals ? 'policy.noProposalsNext' : 'policy.noItemsNext')}
            />
          )
        ) : (
          <PolicyList
            key={list}
            ref={grid}
            name={text(isProposals ? 'policy.gridProposals' : 'policy.gridItems')}
            columns={isProposals ? columnsOfProposals : columnsOfNodes}
            rows={rows}
            keyOf={isProposals ? keyOfProposal : keyOfNode}
            selection={chosenRows}
            onSelectionChanged={(next) => setSelection({ of, rows: next })}
            onFocusChanged={(row) => {
              setFocus({ of, row });
              const found = isProposals ? proposals?.views.node[row] : row;
              if (found !== undefined) selectNode(found);
            }}
            {...(isProposals ? { onEntered: accept } : {})}
          />
        )}
        {!isPlacement && node !== null && node < planned.frame.meta.nodes && rows.length > 0 ? (
          <PolicySide
            node={node}
            proposal={isProposals && proposals && focusedRow !== undefined ? proposalAt(proposals, focusedRow) : undefined}
            reader={reader}
          />
        ) : null}
      </div>
    </section>
  );
}

function askProposals(plan: PlanState): Promise<ProposalColumns> {
  return plan.proposeParameters();
}
