import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { ColumnViews } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { LaneTimes } from './learn-lane-times.ts';
import { readNodePolicy } from './node-policy.ts';
import type { PolicyInputs } from './policy-inputs.ts';
import type { ProposalColumns, proposalLayout } from './proposal-columns.ts';
import { usualOptions, type ProposalOptions } from './proposal-options.ts';
import { createProposalWork } from './proposal-work.ts';
import { proposeLeadTimes } from './propose-lead-times.ts';
import { proposeLevels } from './propose-levels.ts';
import { proposeNorm } from './propose-norm.ts';
import { proposeOrderQuantity } from './propose-order-quantity.ts';
import { proposeReview } from './propose-review.ts';
import { proposeSafetyStock } from './propose-safety-stock.ts';
import { proposeSplit } from './propose-split.ts';

/** What parameters are judged against. */
export interface ProposalInputs {
  /** As the package has it. */
  readonly base: Frame;
  /** With the parameters of the plan in force (`applyParameters`). */
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly result: PlanResult;
  /** Of the same frame, forecast and plan. */
  readonly inputs: PolicyInputs;
  /** What receipts show; without them lead times are not judged. */
  readonly laneTimes: LaneTimes | undefined;
}

/**
 * The parameters of a plan that no longer fit, each with what it should be, what that changes in stock value and service, and
 * what it rests on (POL-56 to POL-67). Rows come by node, then those of whole classes; `rankProposals` puts the most
 * valuable first. O(nodes · weeks): well under a second for 100,000 nodes. Does not throw.
 *
 * @example const inputs = readPolicyInputs(frame, forecast, result);
 *   proposeParameters({ base: frame, frame, forecast, result, inputs, laneTimes: undefined }).views.node is [1] (the norm of B)
 */
export function proposeParameters(
  { base, frame, forecast, result, inputs, laneTimes }: ProposalInputs,
  options: Partial<ProposalOptions> = {},
): ProposalColumns {
  const work = createProposalWork(base, frame, forecast, result, { ...usualOptions, ...options });
  for (let node = 0; node < frame.meta.nodes; node += 1) {
    const policy = readNodePolicy(frame, forecast, result, node);
    if (laneTimes !== undefined) proposeLeadTimes(work, policy, laneTimes);
    proposeSafetyStock(work, policy);
    proposeLevels(work, policy);
    proposeNorm(work, policy);
    proposeReview(work, policy);
    proposeOrderQuantity(work, policy);
  }
  proposeSplit(work, inputs);
  const { length, views } = work.rows;
  const cut = Object.entries(views).map(([name, column]) => [name, column.slice(0, length)]);
  return { length, views: Object.fromEntries(cut) as ColumnViews<typeof proposalLayout> }; // the same columns, cut to their rows
}
