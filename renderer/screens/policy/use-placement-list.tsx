import { useCallback, useMemo, useRef, useState } from 'react';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import { emptySelection, type RowSelection } from '#renderer/grid/row-selection.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { EmptyRows } from '#renderer/screens/empty-rows.tsx';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import type { Planned, PlanState } from '#renderer/stores/plan-state.ts';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { text } from '#renderer/text/text.ts';
import { changesOfPlacements, placementKey } from './accept-placement.ts';
import { PlacementHead } from './placement-head.tsx';
import { leftOutColumns, placementListColumns } from './placement-list-columns.ts';
import { placementSums, stageKind, stageRows } from './placement-money.ts';
import { placementRows } from './placement-rows.ts';
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
  const isAccepting = useRef(false);
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

  const sums = useMemo(() => placements && placementSums(placements, reader, currency), [placements, reader, currency]);
  const found = useMemo(
    () => placements && sums && placementRows(placements, sums, nodes, frame.meta.nodes),
    [placements, sums, nodes, frame],
  );
  const rows = found?.networks ?? noRows;
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

  async function accept(row: number | undefined): Promise<void> {
    if (!placements || isLeftOut || !answer.isCurrent || isAccepting.current) return;
    const chosen = chosenRows.rows.size > 0 ? chosenRows.rows : row === undefined ? [] : [row];
    const asked = new Set([...chosen].filter((each) => !isTaken(each)));
    isAccepting.current = true;
    const { changes, kept } = await changesOfPlacements(placements, [...asked], reader, isReplaced);
    isAccepting.current = false;
    if (changes.length === 0) {
      actions.refuse(text(kept > 0 ? 'policy.placementKept' : 'policy.placementNone'));
      return;
    }
    setTaken({
      of: placements,
      keys: new Set([...(takenKeys ?? []), ...[...asked].map((each) => placementKey(placements, each))]),
    });
    setSelection(undefined);
    const last = rows.findLastIndex((each) => asked.has(each));
    const next = rows[last + 1];
    if (next !== undefined) grid.current?.focusRow(next);
    const isDone = await actions.apply(changes, text('policy.placementAccepted', { count: changes.length, kept }));
    if (!isDone) setTaken(undefined);
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

  const shown = isLeftOut ? (found?.leftOut ?? noRows) : rows;
  const toggleLeftOut = (): void => setIsLeftOut(!isLeftOut);
  const head =
    placements && found ? (
      <PlacementHead
        rows={found}
        currency={currency}
        settled={placements.settled}
        selectedCount={chosenRows.rows.size}
        isLeftOut={isLeftOut}
        onLeftOutToggled={toggleLeftOut}
        onAccepted={() => void accept(focusedRow)}
      />
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
          {...(isLeftOut ? {} : { onEntered: (row: number) => void accept(row) })}
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
    accept: () => void accept(focusedRow),
    focus: () => grid.current?.focus(),
    toggleTyped,
    toggleLeftOut,
  };
}

function askPlacements(plan: PlanState): Promise<Placements> {
  return plan.placeSafetyStock();
}
