import { compareFirmOrders, type ScenarioContent } from '#core/model/scenario/fold-scenario.ts';
import type { OrderLine } from '#core/model/scenario/scenario-record.ts';
import type { PlanChanges } from './plan-changes.ts';

/** An approved line as the outbox keeps it, as far as the plan needs it. */
export interface ApprovedLine {
  readonly id: string;
  readonly order: OrderLine;
  readonly state: string;
}

/**
 * States in which an approved line is supply that the pulled data does not hold yet. A line in `conflict` is not
 * counted: its document was changed or deleted in the ERP, so what the pull shows is the truth.
 */
const countedStates: ReadonlySet<string> = new Set(['queued', 'sending', 'acknowledged', 'rejected']);

/**
 * What the plan adds to the frame: the overrides of the scenario and the approved lines on their way to the ERP.
 * Renderer and backend compose alike, so that both plan the same. Does not throw.
 *
 * @example composeChanges(foldScenario([]), []).firmOrders → []
 */
export function composeChanges(scenario: ScenarioContent, approved: readonly ApprovedLine[]): PlanChanges {
  const onTheirWay = approved
    .filter((line) => countedStates.has(line.state))
    .map((line) => ({ ...line.order, id: line.id, origin: 'approved' as const, proposedQty: null, reason: '' }));
  return {
    firmOrders: [...scenario.firmOrders, ...onTheirWay].sort(compareFirmOrders),
    parameters: scenario.parameters,
    forecasts: scenario.forecasts,
    exclusions: scenario.exclusions,
  };
}
