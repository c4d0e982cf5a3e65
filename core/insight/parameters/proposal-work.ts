import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { createGrowingColumns, type GrowingColumns } from '#core/plan/growing-columns.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { proposalLayout } from './proposal-columns.ts';
import type { ProposalOptions } from './proposal-options.ts';
import { readServiceNorms, type ServiceNorms } from './service-norms.ts';

/** What proposals are made from, and the rows they are written to. */
export interface ProposalWork {
  /** As the package has it. */
  readonly base: Frame;
  /** With the parameters of the plan in force. */
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly result: PlanResult;
  readonly norms: ServiceNorms;
  readonly options: ProposalOptions;
  readonly rows: GrowingColumns<typeof proposalLayout>;
}

/**
 * An empty list of proposals; `base` is the frame as the package has it. Does not throw.
 *
 * @example createProposalWork(frame, frame, forecast, result, usualOptions).rows.length === 0
 */
export function createProposalWork(
  base: Frame,
  frame: Frame,
  forecast: ForecastViews,
  result: PlanResult,
  options: ProposalOptions,
): ProposalWork {
  return {
    base,
    frame,
    forecast,
    result,
    norms: readServiceNorms(base),
    options,
    rows: createGrowingColumns(proposalLayout, 1024),
  };
}
