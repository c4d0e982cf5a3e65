import { useCallback, useMemo, useRef, useState } from 'react';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { allRows, filterRows } from '#renderer/grid/filter-rows.ts';
import { emptySelection, type RowSelection } from '#renderer/grid/row-selection.ts';
import { sortRows } from '#renderer/grid/sort-rows.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { EmptyRows } from '#renderer/screens/empty-rows.tsx';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned, PlanState } from '#renderer/stores/plan-state.ts';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { changesOfPlacements, placementKey } from './accept-placement.ts';
import { leftOutColumns, placementListColumns } from './placement-list-columns.ts';
import { placementSums, stageKind, stageRows } from './placement-money.ts';
import { PlacementSide } from './placement-side.tsx';
import { PolicyList } from './policy-list.tsx';
import { usePolicyAnswer } from './use-policy-answers.ts';

interface PlacementListProps {
  readonly planned: Planned;
  readonly reader: FrameReader;
  /** The item-locations of the chosen cell; a network is shown where one of its sites is among them. */
  readonly nodes: Uint32Array;
  readonly currency: string;
  /** The workers are asked only while the list is shown. */
  readonly isShown: boolean;
}

/** The list of placements, in the parts that the lists of the screen have. */
export interface PlacementList {
  readonly head: React.ReactElement | null;
  readonly body: React.ReactElement;
  /** Rows; undefined before the first answer. */
  readonly count: number | undefined;
  readonly isCurrent: boolean;
  accept(): void;
  focus(): void;
  /** Chooses the typed safety stocks of the row to be replaced too, or leaves them again. */
  toggleTyped(): void;
  toggleLeftOut(): void;
}

/** What the workers are asked about. */
interface PlacementQuestion {
  readonly frame: Frame;
  readonly result: PlanResult;
}

const noRows = new Uint32Array(0);
const noNodes: ReadonlySet<number> = new Set();

/** Where the networks of the chosen cell would hold their safety stock, to read and to accept. */
export function usePlacementList(props: PlacementListProps): PlacementList {
  const { planned, reader, nodes, currency, isShown } = props;
  const { frame } = planned;
  const selectNode = useDesk((state) => state.selectNode);
  const actions = useScenarioEdits();
  const grid = useRef<GridHandle>(null);
  const { result } = planned;
  const question = useMemo<PlacementQuestion | undefined>(
    () => (isShown ? { frame, result } : undefined),
    [isShown, frame, result],
  );
  const answer = usePolicyAnswer(question, askPlacements);
  // Rows of another dataset name other nodes.
  const placements = answer.about?.frame === frame ? answer.value : undefined;
  const [isLeftOut, setIsLeftOut] = useState(false);
  const [taken, setTaken] = useState<{ readonly of: unknown; readonly keys: ReadonlySet<string> }>();
  const [selection, setSelection] = useState<{ readonly of: unknown; readonly rows: RowSelection }>();
  const [focus, setFocus] = useState<{ readonly of: unknown; readonly row: number }>();
  const [replaced, setReplaced] = useState<{ readonly of: unknown; readonly nodes: ReadonlySet<number> }>();

  const isHere = useMemo(() => {
    const here = new Uint8Array(frame.meta.nodes);
    for (const node of nodes) here[node] = 1;
    return here;
  }, [nodes, frame]);
  const sums = useMemo(() => placements && placementSums(placements, reader, currency), [placements, reader, currency]);
  const rows = useMemo(() => {
    if (!placements || !sums) return noRows;
    const { node } = placements.stages.views;
    const found = filterRows(allRows(placements.networks.length), [
      (network) => stageRows(placements, network).some((row) => isHere[node[row] ?? 0] === 1),
    ]);
    return sortRows(found, (network) => (sums.now[network] ?? 0) - (sums.placed[network] ?? 0), 'descending');
  }, [placements, sums, isHere]);
  const leftOutRows = useMemo(() => {
    if (!placements) return noRows;
    return filterRows(allRows(placements.leftOut.length), [(row) => isHere[placements.leftOut.views.node[row] ?? 0] === 1]);
  }, [placements, isHere]);
  const takenKeys = taken?.of === placements ? taken?.keys : undefined;
  const isTaken = useCallback(
    (network: number): boolean => placements !== undefined && takenKeys?.has(placementKey(placements, network)) === true,
    [placements, takenKeys],
  );
  const columns = useMemo(
    () => (placements && sums ? placementListColumns(placements, sums, reader, currency, isTaken) : []),
    [placements, sums, reader, currency, isTaken],
  );
  const columnsOfLeftOut = useMemo(() => (placements ? leftOutColumns(placements, reader) : []), [placements, reader]);
  const keyOf = useCallback((network: number) => (placements ? placementKey(placements, network) : ''), [placements]);
  const keyOfLeftOut = useCallback((row: number) => String(placements?.leftOut.views.node[row]), [placements]);
  const chosenRows = selection && selection.of === placements ? selection.rows : emptySelection;
  const focusedRow = focus?.of === placements ? focus?.row : undefined;
  const replacedNodes = replaced && replaced.of === frame ? replaced.nodes : noNodes;
  const isReplaced = useCallback((node: number): boolean => replacedNodes.has(node), [replacedNodes]);

  function accept(row: number | undefined): void {
    if (!placements || isLeftOut || !answer.isCurrent) return;
    const asked = [...(chosenRows.rows.size > 0 ? chosenRows.rows : row === undefined ? [] : [row])].filter(
      (each) => !isTaken(each),
    );
    const { changes, kept } = changesOfPlacements(placements, asked, reader, isReplaced);
    if (changes.length === 0) {
      actions.refuse(text(kept > 0 ? 'policy.placementKept' : 'policy.placementNone'));
      return;
    }
    setTaken({ of: placements, keys: new Set([...(takenKeys ?? []), ...asked.map((each) => placementKey(placements, each))]) });
    setSelection(undefined);
    const last = rows.findLastIndex((each) => asked.includes(each));
    const next = rows[last + 1];
    if (next !== undefined) grid.current?.focusRow(next);
    void actions.apply(changes, text('policy.placementAccepted', { count: changes.length, kept })).then((isDone) => {
      if (!isDone) setTaken(undefined);
    });
  }
  function replace(asked: readonly number[], isWanted: boolean): void {
    const next = new Set(replacedNodes);
    for (const node of asked)
      if (isWanted) next.add(node);
      else next.delete(node);
    setReplaced({ of: frame, nodes: next });
  }
  function toggleTyped(): void {
    if (!placements || focusedRow === undefined) return;
    const typed = stageRows(placements, focusedRow)
      .filter((row) => stageKind(placements, row) === 'typed')
      .map((row) => placements.stages.views.node[row] ?? 0);
    if (typed.length === 0) actions.refuse(text('policy.nothingTyped'));
    else replace(typed, !typed.every(isReplaced));
  }

  const total = useMemo(() => {
    const sumOf = (column: Float64Array | undefined): string =>
      formatFigure(Math.round(rows.reduce((sum, network) => sum + (column?.[network] ?? 0), 0)));
    return { now: sumOf(sums?.now), placed: sumOf(sums?.placed) };
  }, [rows, sums]);
  const shown = isLeftOut ? leftOutRows : rows;
  const head = placements ? (
    <>
      <button type="button" className="button quiet small" aria-pressed={isLeftOut} onClick={() => setIsLeftOut(!isLeftOut)}>
        {text('policy.leftOutCount', { count: leftOutRows.length })} <kbd>O</kbd>
      </button>
      <span className="soft">{text('policy.placementTotal', { ...total, currency, settled: placements.settled })}</span>
      <span className="actions">
        <button type="button" className="button" disabled={rows.length === 0 || isLeftOut} onClick={() => accept(focusedRow)}>
          {text(chosenRows.rows.size > 1 ? 'policy.acceptMany' : 'policy.accept', { count: chosenRows.rows.size })} <kbd>A</kbd>
        </button>
      </span>
    </>
  ) : null;
  const body =
    placements === undefined ? (
      <p className="waiting" role={answer.problem === undefined ? 'status' : 'alert'}>
        {answer.problem ?? text('policy.computing')}
      </p>
    ) : shown.length === 0 ? (
      <EmptyRows
        title={text(isLeftOut ? 'policy.noLeftOut' : 'policy.noPlacements')}
        next={text(isLeftOut ? 'policy.noLeftOutNext' : 'policy.noPlacementsNext')}
      />
    ) : (
      <>
        <PolicyList
          key={isLeftOut ? 'leftOut' : 'placement'}
          ref={grid}
          name={text(isLeftOut ? 'policy.gridLeftOut' : 'policy.gridPlacements')}
          columns={isLeftOut ? columnsOfLeftOut : columns}
          rows={shown}
          keyOf={isLeftOut ? keyOfLeftOut : keyOf}
          selection={isLeftOut ? emptySelection : chosenRows}
          onSelectionChanged={(next) => (isLeftOut ? undefined : setSelection({ of: placements, rows: next }))}
          onFocusChanged={(row) => {
            if (isLeftOut) {
              selectNode(placements.leftOut.views.node[row] ?? 0);
              return;
            }
            setFocus({ of: placements, row });
            selectNode(placements.stages.views.node[placements.networks.views.firstStage[row] ?? 0] ?? 0);
          }}
          {...(isLeftOut ? {} : { onEntered: accept })}
        />
        {isLeftOut || focusedRow === undefined ? null : (
          <PlacementSide
            placements={placements}
            network={focusedRow}
            reader={reader}
            isReplaced={isReplaced}
            onReplaced={(node, isWanted) => replace([node], isWanted)}
          />
        )}
      </>
    );
  return {
    head,
    body,
    count: placements && rows.length,
    isCurrent: answer.isCurrent,
    accept: () => accept(focusedRow),
    focus: () => grid.current?.focus(),
    toggleTyped,
    toggleLeftOut: () => setIsLeftOut(!isLeftOut),
  };
}

function askPlacements(plan: PlanState): Promise<Placements> {
  return plan.placeSafetyStock();
}
