import { notSet } from '#core/frame/frame-layout.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import type { ExpectedStock } from './expected-stock.ts';
import type { NodePolicy } from './node-policy.ts';
import { proposalFields, proposalFigures, proposalKinds, type ProposalField, type ProposalKind } from './proposal-columns.ts';
import type { ProposalWork } from './proposal-work.ts';

/** A parameter and what it should be. */
export interface ProposedValue {
  readonly current: number;
  readonly proposed: number;
  /** The least difference that can be made. */
  readonly step: number;
  /** Standard error of what is proposed. */
  readonly noise: number;
}

/** A proposal with what it changes. */
export interface NewProposal<Kind extends ProposalKind> extends ProposedValue {
  readonly kind: Kind;
  readonly field: ProposalField;
  readonly lane?: number;
  readonly before: ExpectedStock;
  readonly after: ExpectedStock;
  readonly receipts: number;
  readonly weeks: number;
  /** Money a year that is at stake, where that is known and does not follow from stock and service. */
  readonly moneyAYear?: number;
  readonly figures: Readonly<Record<(typeof proposalFigures)[Kind][number], number>>;
}

/** Points of fill rate that make a proposal urgent, and worth doing; and the share of the average stock that does. */
const urgentPoints = 0.02;
const worthwhilePoints = 0.005;
const worthwhileShare = 0.1;
const daysOfYear = 365;

/**
 * Whether a parameter is off by more than tolerance, a step and noise (POL-60). Does not throw.
 *
 * @example isOff({ options: usualOptions }, { current: 100, proposed: 109, step: 1, noise: 0 }) === false (a tolerance of 10 %)
 */
export function isOff(
  { options }: Pick<ProposalWork, 'options'>,
  { current, proposed, step, noise }: ProposedValue,
  standardErrors = options.standardErrors,
): boolean {
  const difference = Math.abs(proposed - current);
  const share = options.tolerance * Math.max(Math.abs(current), Math.abs(proposed));
  return difference > share && difference > step * (1 + 1e-9) && difference > standardErrors * noise;
}

/**
 * Appends a proposal with its confidence, severity and score (POL-61, POL-62). Does not throw.
 *
 * @example const work = createProposalWork(frame, frame, forecast, result, usualOptions);
 *   const stock = { cycleService: 0.9, fillRate: 0.9, stockValue: 100 };
 *   addProposal(work, readNodePolicy(frame, forecast, result, 1), { kind: 'safety_stock', field: 'safety_stock', current: 60,
 *   proposed: 17, step: 1, noise: 0, before: stock, after: { ...stock, stockValue: 70 }, receipts: 0, weeks: 52,
 *   figures: {} });
 *   work.rows.views.stockValueChange[0] === -30
 */
export function addProposal<Kind extends ProposalKind>(
  { rows, options }: ProposalWork,
  policy: NodePolicy,
  proposal: NewProposal<Kind>,
): void {
  const { kind, field, current, proposed, noise, before, after } = proposal;
  const row = rows.append();
  const columns = rows.views;
  const stockValueChange = after.stockValue - before.stockValue;
  const gain = Number.isNaN(after.fillRate) ? 0 : after.fillRate - before.fillRate;
  const carryingRate = policy.holdingRate > 0 ? policy.holdingRate : options.carryingRate;
  const demandValue = policy.dailyDemand * daysOfYear * policy.price;
  columns.kind[row] = proposalKinds.indexOf(kind);
  columns.field[row] = proposalFields.indexOf(field);
  columns.node[row] = policy.node;
  columns.lane[row] = proposal.lane ?? notSet;
  columns.current[row] = current;
  columns.proposed[row] = proposed;
  columns.stockValueChange[row] = stockValueChange;
  columns.cycleServiceBefore[row] = before.cycleService;
  columns.cycleServiceAfter[row] = after.cycleService;
  columns.fillRateBefore[row] = before.fillRate;
  columns.fillRateAfter[row] = after.fillRate;
  columns.confidence[row] = noise > 0 ? 2 * normalCumulative(Math.abs(proposed - current) / noise) - 1 : 1;
  columns.receipts[row] = proposal.receipts;
  columns.weeks[row] = proposal.weeks;
  columns.severity[row] = severityOf(gain, stockValueChange, before.stockValue);
  columns.score[row] =
    proposal.moneyAYear ?? Math.abs(stockValueChange) * carryingRate + Math.abs(gain) * demandValue * options.shortageRate;
  const figures: readonly number[] = proposalFigures[kind].map((name: keyof typeof proposal.figures) => proposal.figures[name]);
  const [first = NaN, second = NaN, third = NaN, fourth = NaN, fifth = NaN, sixth = NaN] = figures;
  columns.figure0[row] = first;
  columns.figure1[row] = second;
  columns.figure2[row] = third;
  columns.figure3[row] = fourth;
  columns.figure4[row] = fifth;
  columns.figure5[row] = sixth;
}

function severityOf(gain: number, stockValueChange: number, stockValue: number): number {
  if (gain >= urgentPoints) return 3;
  const isWorthwhile = gain >= worthwhilePoints || stockValueChange <= -worthwhileShare * stockValue;
  return isWorthwhile && (gain > 0 || stockValueChange < 0) ? 2 : 1;
}
