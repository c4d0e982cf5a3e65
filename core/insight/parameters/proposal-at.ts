import { notSet } from '#core/frame/frame-layout.ts';
import {
  mostFigures,
  proposalFields,
  proposalFigures,
  proposalKinds,
  type ProposalColumns,
  type ProposalField,
  type ProposalKind,
} from './proposal-columns.ts';

/** One proposal, to show. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly field: ProposalField;
  readonly node: number;
  readonly lane: number | undefined;
  readonly current: number;
  readonly proposed: number;
  readonly stockValueChange: number;
  readonly cycleService: { readonly before: number; readonly after: number };
  readonly fillRate: { readonly before: number; readonly after: number };
  readonly confidence: number;
  readonly receipts: number;
  readonly weeks: number;
  readonly severity: number;
  readonly score: number;
  /** By the names of `proposalFigures`. */
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * The proposal of a row; a row outside the columns is a bug of the caller.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   proposeNorm(work, readNodePolicy(frame, forecast, result, 1));
 *   proposalAt(work.rows, 0).field === 'service_target'
 */
export function proposalAt({ views }: ProposalColumns, row: number): Proposal {
  const at = (column: ArrayLike<number>): number => column[row] ?? NaN;
  const kind = proposalKinds[at(views.kind)] ?? 'stale';
  const lane = at(views.lane);
  const values = [views.figure0, views.figure1, views.figure2, views.figure3, views.figure4, views.figure5];
  return {
    kind,
    field: proposalFields[at(views.field)] ?? 'min_qty',
    node: at(views.node),
    lane: lane === notSet ? undefined : lane,
    current: at(views.current),
    proposed: at(views.proposed),
    stockValueChange: at(views.stockValueChange),
    cycleService: { before: at(views.cycleServiceBefore), after: at(views.cycleServiceAfter) },
    fillRate: { before: at(views.fillRateBefore), after: at(views.fillRateAfter) },
    confidence: at(views.confidence),
    receipts: at(views.receipts),
    weeks: at(views.weeks),
    severity: at(views.severity),
    score: at(views.score),
    figures: Object.fromEntries(
      proposalFigures[kind].slice(0, mostFigures).map((name, figure) => [name, at(values[figure] ?? [])]),
    ),
  };
}
