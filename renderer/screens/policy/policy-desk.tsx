import { useEffect, useMemo, useRef, useState } from 'react';
import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import type { PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { FilterChips } from '#renderer/screens/filter-chips.tsx';
import { placeChips, withoutFilter } from '#renderer/screens/place-chips.ts';
import { useScreenCommands } from '#renderer/shell/use-screen-commands.ts';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import type { Planned, PlanState } from '#renderer/stores/plan-state.ts';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import { choosableCurve } from './exchange-chart-option.ts';
import { ExchangePanel } from './exchange-panel.tsx';
import { segmentFigures } from '#core/insight/parameters/segment-figures.ts';
import { PolicyLists, type PolicyListsHandle } from './policy-lists.tsx';
import { cellText, matrixViews, readPolicyPlace, type MatrixCell } from './policy-place.ts';
import { changesOfMoves, reviewMoves, type PolicyReview } from './policy-review.ts';
import { columnClasses, nodesOfCell, policyScope } from './policy-scope.ts';
import { cellName } from './policy-words.ts';
import { ReviewPolicy } from './review-policy.tsx';
import { SegmentMatrix } from './segment-matrix.tsx';
import { usePolicyAnswer } from './use-policy-answers.ts';

interface PolicyDeskProps {
  readonly planned: Planned;
  readonly reader: FrameReader;
  readonly inputs: PolicyInputs;
  /** Whether the figures are those of an older plan. */
  readonly isBusy: boolean;
}

/** What a curve is asked for: item-locations under a plan. */
interface CurveQuestion {
  readonly nodes: Uint32Array;
  readonly result: PlanResult;
}

/** Matrix, curve and lists of the screen; one cell, one currency and one point hold for all of them. */
export function PolicyDesk({ planned, reader, inputs, isBusy }: PolicyDeskProps): React.ReactElement {
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const here = useMemo(() => readPolicyPlace(place), [place]);
  const { view, list, cell } = here;
  const actions = useScenarioEdits();
  const policyMoves = usePlan((state) => state.policyMoves);
  const lists = useRef<PolicyListsHandle>(null);
  const { company, site, search } = place;
  const scope = useMemo(
    () => policyScope(planned, reader, { ...place, company, site, search }, here.currency),
    // The filters of the screen do not narrow the scope.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [planned.frame, reader, company, site, search, here.currency],
  );
  const { nodes, currency, currencies } = scope;
  const columns = useMemo(() => columnClasses(planned, inputs, view), [planned, inputs, view]);
  const columnCount = view === 'variation' ? 3 : demandClasses.length;
  const figures = useMemo(() => segmentFigures(nodes, inputs, columns, columnCount), [nodes, inputs, columns, columnCount]);
  const { row: cellRow, column: cellColumn } = cell;
  const cellNodes = useMemo(
    () => nodesOfCell(nodes, { row: cellRow, column: cellColumn }, inputs, columns),
    [nodes, cellRow, cellColumn, inputs, columns],
  );

  const { result } = planned;
  const question = useMemo<CurveQuestion | undefined>(
    () => (isBusy ? undefined : { nodes: cellNodes, result }),
    [cellNodes, result, isBusy],
  );
  const answer = usePolicyAnswer(question, askCurve);
  const whole = answer.value;
  const curve = useMemo(() => whole && choosableCurve(whole), [whole]);
  // The point a planner has chosen holds for the curve it was chosen on; a new one starts at the service of now.
  const [chosen, setChosen] = useState<{ readonly curve: unknown; readonly index: number }>();
  const index = chosen && chosen.curve === curve ? chosen.index : startOf(curve);
  const [review, setReview] = useState<PolicyReview>();
  const name = cellName(view, cell);

  function set(filters: Readonly<Record<string, string>>): void {
    goTo({ filters: { ...place.filters, ...filters } });
  }
  async function startReview(): Promise<void> {
    const point = curve?.points[index];
    if (!point || !answer.about || !answer.isCurrent) return;
    try {
      const moves = await policyMoves(answer.about.nodes, point.multiplier);
      if (moves.nodes.length === 0) actions.refuse(text('policy.nothingMoves'));
      else setReview(reviewMoves(moves));
    } catch (error) {
      actions.tell(error);
    }
  }
  async function confirm({ moves }: PolicyReview): Promise<void> {
    const fill = formatShare(curve?.points[index]?.fillRate ?? NaN, 2);
    setReview(undefined);
    document.querySelector<HTMLElement>('.curve-handle')?.focus();
    const changes = await changesOfMoves(moves, reader, text('policy.reason', { fill, name, currency }));
    await actions.apply(changes, text('policy.applied', { count: changes.length }));
  }
  function cancel(): void {
    setReview(undefined);
    document.querySelector<HTMLElement>('.curve-handle')?.focus();
  }

  function toggleView(): void {
    set({ view: view === 'variation' ? 'demand' : '', cell: '' });
  }

  const latest = useRef({ startReview, toggleView });
  useEffect(() => {
    latest.current = { startReview, toggleView };
  });
  useScreenCommands(
    useMemo(
      () => [
        { id: 'policy.apply', name: text('policy.apply'), shortcut: 'Ctrl+Enter', run: () => void latest.current.startReview() },
        { id: 'policy.accept', name: text('policy.accept'), shortcut: 'a', run: () => lists.current?.accept() },
        { id: 'policy.matrix', name: text('policy.toMatrix'), shortcut: 'm', run: () => focusOn('.segments [tabindex="0"]') },
        { id: 'policy.curve', name: text('policy.toCurve'), shortcut: 'c', run: () => focusOn('.curve-handle') },
        { id: 'policy.list', name: text('policy.toList'), shortcut: 'l', run: () => lists.current?.focus() },
        { id: 'policy.view', name: text('policy.toggleView'), shortcut: 'v', run: () => latest.current.toggleView() },
        { id: 'policy.proposals', name: text('policy.showProposals'), run: () => lists.current?.show('proposals') },
        { id: 'policy.items', name: text('policy.showItems'), run: () => lists.current?.show('items') },
        {
          id: 'policy.placement',
          name: text('policy.showPlacement'),
          shortcut: 'p',
          run: () => lists.current?.show('placement'),
        },
        { id: 'policy.typed', name: text('policy.toggleTyped'), shortcut: 't', run: () => lists.current?.toggleTyped() },
        { id: 'policy.leftOut', name: text('policy.toggleLeftOut'), shortcut: 'o', run: () => lists.current?.toggleLeftOut() },
      ],
      [],
    ),
  );

  const chips = placeChips(place, goTo);
  if (cellRow !== undefined || cellColumn !== undefined) {
    chips.push({ id: 'cell', name: text('policy.cellChip', { name }), remove: () => goTo(withoutFilter(place, 'cell')) });
  }
  return (
    <div className="planning-screen policy-screen">
      <header className="planning-head">
        <h1>{text('screen.policy')}</h1>
        <FilterChips chips={chips} />
        <span className="actions">
          {currencies.length > 1 ? (
            <select
              aria-label={text('policy.currency')}
              value={currency}
              onChange={({ target }) => set({ currency: target.value })}
            >
              {currencies.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </select>
          ) : null}
        </span>
      </header>
      {review ? (
        <ReviewPolicy
          count={review.moves.nodes.length}
          valueChange={review.valueChange}
          currency={currency}
          facts={[
            text('policy.reviewFill', {
              now: formatShare(curve?.current.fillRate ?? NaN, 2),
              then: formatShare(curve?.points[index]?.fillRate ?? NaN, 2),
            }),
            ...(review.targets > 0 ? [text('policy.reviewTargets', { count: review.targets })] : []),
            ...(review.stocks > 0 ? [text('policy.reviewStocks', { count: review.stocks })] : []),
          ]}
          onConfirmed={() => void confirm(review)}
          onCancelled={cancel}
        />
      ) : null}
      <div className="policy-top">
        <section className="policy-matrix">
          <header>
            <h2>{text('policy.matrix')}</h2>
            <span className="segmented" role="group" aria-label={text('policy.viewOf')}>
              {matrixViews.map((each) => (
                <button
                  key={each}
                  type="button"
                  className="button quiet small"
                  aria-pressed={view === each}
                  onClick={() => set({ view: each === 'variation' ? '' : each, cell: '' })}
                >
                  {text(`policy.view.${each}`)}
                </button>
              ))}
            </span>
            <span className="soft note">
              {text(view === 'demand' ? 'policy.thousandsInOrder' : 'policy.thousands', { currency })}
            </span>
          </header>
          <SegmentMatrix
            figures={figures}
            view={view}
            columnCount={columnCount}
            cell={cell}
            currency={currency}
            isBusy={isBusy}
            onChosen={(next: MatrixCell) => set({ cell: cellText(view, next) })}
          />
        </section>
        {curve && curve.points.length > 1 ? (
          <ExchangePanel
            curve={curve}
            currency={currency}
            name={name}
            index={index}
            onMoved={(to) => setChosen({ curve, index: to })}
            onApplied={() => void startReview()}
            isBusy={!answer.isCurrent}
          />
        ) : (
          <p className="exchange waiting" role={answer.problem === undefined ? 'status' : 'alert'}>
            {answer.problem ?? text(curve && answer.isCurrent ? 'policy.noCurve' : 'policy.computing')}
          </p>
        )}
      </div>
      <PolicyLists
        ref={lists}
        planned={planned}
        reader={reader}
        inputs={inputs}
        nodes={cellNodes}
        currency={currency}
        list={list}
        kind={here.kind}
        onKindChosen={(kind) => set({ kind })}
        onListChanged={(next) => set({ list: next === 'proposals' ? '' : next })}
      />
    </div>
  );
}

function askCurve(plan: PlanState, { nodes }: CurveQuestion) {
  return plan.policyCurve(nodes);
}

/** The first point that gives at least the service of now: the same service for less is the first thing to see. */
function startOf(curve: PolicyCurve | undefined): number {
  if (!curve) return 0;
  const found = curve.points.findIndex(({ fillRate }) => fillRate >= curve.current.fillRate);
  return found < 0 ? curve.points.length - 1 : found;
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
