import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import type { WeeklyTotal } from '#core/demand/nodes/forecast-total.ts';
import type { ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import type { RevisedForecast } from '#core/demand/nodes/revise-forecast.ts';
import type { PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import type { PolicyMoves } from '#core/insight/exchange/policy-moves.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import type { ProposalColumns } from '#core/insight/parameters/proposal-columns.ts';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import type { PlanBlock } from '#core/plan/plan-block.ts';
import type { PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

export interface PlanProgress {
  readonly networksDone: number;
  readonly networks: number;
}

export type Bytes = ArrayBuffer | SharedArrayBuffer;

export interface ForecastProgress {
  readonly nodesDone: number;
  readonly nodes: number;
}

export interface ForecastOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ForecastProgress) => void;
}

export interface PlanTimes {
  readonly forecastMs: number;
  readonly planMs: number;
}

export interface PlanOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PlanProgress) => void;
  /**
   * Called with what was planned anew as soon as it is there, where only part of the networks had to be. The plan as
   * a whole follows; for a single row it takes longer to put together than to compute.
   */
  readonly onPatch?: (patch: readonly PlanBlock[]) => void;
  /** Plans every network even where the last plan could be taken over. */
  readonly isFull?: boolean;
}

/** What is excluded of the history, and the forecasts that were made anew without it. */
export interface ForecastRevision {
  readonly excluded: ExcludedHistory;
  readonly revised: RevisedForecast;
}

export interface FinishedPlan {
  readonly result: PlanResult;
  /** The same object as before where nothing else is excluded. */
  readonly revision: ForecastRevision;
  readonly times: PlanTimes;
}

/** An order line by its node and its place among that node's lines. */
export interface LineOfNode {
  readonly node: number;
  readonly ordinal: number;
}

/**
 * Planning as its callers see it, whether the workers behind it are Web Workers or worker threads.
 * One plan runs at a time: a newer `plan` cancels the older, which rejects with `cancelled`.
 */
export interface PlanService {
  /**
   * Takes a frame for all further calls; shared memory is shared, other buffers are copied to each worker. A forecast that was
   * made before (`forecast`) is taken as it is; without one it is made before the first plan. `receipts` are those of
   * `packReceipts`; without them lead times are not judged.
   */
  load(frame: Bytes, forecast?: Bytes, receipts?: Bytes): Promise<void>;
  /** The forecast of the loaded frame, made where none was given (WRK-10). Rejects with `cancelled` where its signal ended it. */
  forecast(options?: ForecastOptions): Promise<Bytes>;
  /**
   * Plans under the changes. The result can be read until the second plan after it is finished; then its memory may be used
   * again (WRK-9). What the last finished plan holds for untouched networks is taken over (WRK-8).
   */
  plan(changes: PlanChanges, options?: PlanOptions): Promise<FinishedPlan>;
  /** The day-by-day tables of nodes under the changes of the last plan whose networks were planned. */
  project(nodes: readonly number[]): Promise<readonly Projection[]>;
  /**
   * What can in fact be delivered, and which demand is late for which reason: of the networks of these nodes, or, without
   * `nodes`, of every network in which the last finished plan runs short. In the order of the networks.
   */
  deliver(nodes?: readonly number[]): Promise<readonly NetworkDelivery[]>;
  /**
   * Why the forecast of a node is what it is under the newest plan's changes: its candidates, their errors, the choice. In smallest
   * steps of the item.
   */
  explainForecast(node: number): Promise<SeriesForecast>;
  /** What a weekly total is expected to be by its own history, in its own unit. */
  forecastTotal(total: WeeklyTotal): Promise<SeriesForecast>;
  /** Why order lines of the last finished plan (their indexes in the result) are what they are. */
  explain(orders: readonly number[]): Promise<readonly Explanation[]>;
  /** Like `explain` for lines by node, of a patch as well. */
  explainLines(lines: readonly LineOfNode[]): Promise<readonly Explanation[]>;
  /** How every node is protected under the last finished plan, and what to expect of it. */
  readPolicies(): Promise<PolicyInputs>;
  /** The parameters that no longer fit under the last finished plan, by node. */
  proposeParameters(): Promise<ProposalColumns>;
  /** Where the networks of items would hold their safety stock under the last finished plan, beside what they hold (POL-88). */
  placeSafetyStock(): Promise<Placements>;
  /** Service against the value of safety stock for nodes together, under the last finished plan. */
  policyCurve(nodes: Uint32Array): Promise<PolicyCurve>;
  /** What a point of that curve, by its multiplier, changes. */
  policyMoves(nodes: Uint32Array, multiplier: number): Promise<PolicyMoves>;
  /** Ends the workers and releases their ports; later calls reject with `rpc.closed`. */
  dispose(): Promise<void>;
}
