import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { WeeklyTotal } from '#core/demand/nodes/forecast-total.ts';
import type { ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { AppInfo, DatasetStatus, OutboxLine, ScenarioState, SyncStatus } from '#core/contract/schemas.ts';
import type { PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import type { PolicyMoves } from '#core/insight/exchange/policy-moves.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import type { ProposalColumns } from '#core/insight/parameters/proposal-columns.ts';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import type { FrameTexts } from '#core/frame/frame-texts.ts';
import type { FirmOrder, OrderLine, ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { ContractClient } from '#core/contract/client/contract-client.ts';
import type { PlanProgress, PlanTimes } from '#workers/plan-service.ts';
import type { Failure } from './failure.ts';

/** One finished plan with all that is needed to read it. */
export interface Planned {
  readonly frame: Frame;
  /** What is expected of every node, without excluded demand; before overrides. Another object where it is another forecast. */
  readonly forecast: ForecastViews;
  /** What planners have taken out of the history. */
  readonly excluded: ExcludedHistory;
  readonly texts: FrameTexts;
  readonly result: PlanResult;
  /** `orderFirm` of the result points into this list. */
  readonly firmOrders: readonly FirmOrder[];
  readonly datasetVersion: number;
  readonly scenarioRevision: number;
  readonly times: PlanTimes;
}

export interface PlanState {
  readonly phase: 'loading' | 'planning' | 'ready' | 'empty' | 'failed';
  readonly link: 'online' | 'lost';
  readonly info: AppInfo | null;
  readonly dataset: DatasetStatus | null;
  readonly scenario: ScenarioState | null;
  readonly outbox: readonly OutboxLine[];
  readonly sync: SyncStatus | null;
  readonly planned: Planned | null;
  readonly progress: PlanProgress | null;
  readonly error: Failure | null;
  readonly client: () => ContractClient;
  /** Errors: those of the contract, such as `data.stale`. */
  readonly apply: (changes: readonly ScenarioChange[]) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly approve: (lines: readonly OrderLine[]) => Promise<readonly OutboxLine[]>;
  readonly explain: (order: number) => Promise<Explanation>;
  readonly project: (node: number) => Promise<Projection>;
  /** Why the forecast of the item-location is what it is. */
  readonly explainForecast: (node: number) => Promise<SeriesForecast>;
  /** What a weekly total is expected to be by its own history, in its own unit. */
  readonly forecastTotal: (total: WeeklyTotal) => Promise<SeriesForecast>;
  /** How every item-location is protected under the plan, and what to expect of it. */
  readonly readPolicies: () => Promise<PolicyInputs>;
  /** The parameters that no longer fit. */
  readonly proposeParameters: () => Promise<ProposalColumns>;
  /** Where the networks of items would hold their safety stock. */
  readonly placeSafetyStock: () => Promise<Placements>;
  /** Service against the value of safety stock of item-locations together. */
  readonly policyCurve: (nodes: Uint32Array) => Promise<PolicyCurve>;
  /** What a point of that curve, by its multiplier, changes. */
  readonly policyMoves: (nodes: Uint32Array, multiplier: number) => Promise<PolicyMoves>;
  /** What can in fact be delivered to the item-location, and which of its demand is late. */
  readonly deliver: (node: number) => Promise<NetworkDelivery>;
}
