import type { SeriesForecast } from '#core/demand/forecast/series-forecast.ts';
import { explainForecast } from '#core/demand/nodes/explain-forecast.ts';
import type { forecastLayout, ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { familyMembers } from '#core/demand/nodes/family-members.ts';
import { learnProfiles } from '#core/demand/nodes/family-profiles.ts';
import type { ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import { forecastTotal, type WeeklyTotal } from '#core/demand/nodes/forecast-total.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { forecastNodes } from '#core/demand/nodes/forecast-nodes.ts';
import { learnNodes, type NodeLessons } from '#core/demand/nodes/node-lessons.ts';
import { reviseForecast, type RevisedForecast } from '#core/demand/nodes/revise-forecast.ts';
import { setSafetyFactors } from '#core/demand/nodes/set-safety-factors.ts';
import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import { invariant } from '#core/base/invariant.ts';
import { openColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createPlanner, type Planner } from '#core/plan/create-planner.ts';
import { movableNodes } from '#core/insight/exchange/movable-nodes.ts';
import { policyCurve, type PolicyCurve } from '#core/insight/exchange/policy-curve.ts';
import { policyMoves, type PolicyMoves } from '#core/insight/exchange/policy-moves.ts';
import { learnLaneTimes } from '#core/insight/parameters/learn-lane-times.ts';
import type { PolicyInputs } from '#core/insight/parameters/policy-inputs.ts';
import type { ProposalColumns } from '#core/insight/parameters/proposal-columns.ts';
import { proposeParameters } from '#core/insight/parameters/propose-parameters.ts';
import type { ReceiptColumns } from '#core/insight/parameters/receipt-columns.ts';
import { readPolicyInputs } from '#core/insight/parameters/read-policy-inputs.ts';
import { placeItemNetworks } from '#core/insight/placement/place-item-networks.ts';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import { openReceipts } from '#core/insight/receipts/receipt-buffer.ts';
import { applyParameters } from '#core/plan/apply-parameters.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import { noNodeChanges, type NodeChanges } from '#core/plan/node-changes.ts';
import { cutBlock, type PlanBlock } from '#core/plan/plan-block.ts';
import type { planLayout, PlanResult } from '#core/plan/plan-result.ts';
import { copyPlanRows, type PlanPlace, type PlanRows } from '#core/plan/plan-rows.ts';
import type { Bytes, LineOfNode } from './plan-service.ts';
import { createSeparateControl, createSharedControl, type RunControl } from './run-control.ts';

export interface WorkerLoad {
  readonly frame: Bytes;
  /** Columns of `forecastLayout`; in shared memory all workers fill and read the same, else each has a finished copy. */
  readonly forecast: Bytes;
  /** What came in from suppliers, where the loader knows it. */
  readonly receipts: Bytes | undefined;
  /** Present where memory is shared. */
  readonly control: SharedArrayBuffer | undefined;
  readonly worker: number;
  readonly workers: number;
}

/** One run of the pool: which networks, in blocks that the workers take one after the other. */
export interface WorkerRun {
  readonly run: number;
  /** Block i is networks [blocks[2 * i], blocks[2 * i + 1]). */
  readonly blocks: Uint32Array;
}

/** What one block gave; sums of blocks are made in their order, whichever worker took them. */
export interface OfBlock<Part> {
  readonly block: number;
  readonly part: Part;
}

/** Rows to copy to their place in a plan. */
export interface PlacedRows {
  readonly rows: PlanRows;
  readonly place: PlanPlace;
}

/** What policies are judged against: the demand and stock of the plan they led to. */
export type PlannedStock = Pick<PlanResult, 'nodeDailyDemand' | 'nodeUsable'>;

/** What one worker does for the pool. The same in a Web Worker and in a worker thread. */
export interface PlanWorker {
  load(load: WorkerLoad): void;
  /** Starts a run for this worker; with shared memory the pool starts it for all. */
  begin(run: number): void;
  /** Learns the seasons of families; block i of this run is families [blocks[2 * i], blocks[2 * i + 1]). */
  learnProfiles(run: WorkerRun): Promise<void>;
  /** What the past of the blocks it takes teaches about all nodes (rule WRK-10). */
  learn(run: WorkerRun): Promise<readonly OfBlock<NodeLessons>[]>;
  /** Forecasts the blocks it takes, with the weights kept in the forecast. */
  forecast(run: WorkerRun): Promise<readonly OfBlock<Calibration>[]>;
  /** The forecast of the whole frame, for workers that share nothing. */
  forecastWhole(): Bytes;
  /** Sets the safety factors of the blocks it takes, with the calibration kept in the forecast. */
  setFactors(run: WorkerRun): Promise<void>;
  /** Plans the blocks it takes and keeps them; blocks of a run that a newer one ended are kept as far as they go. */
  plan(run: WorkerRun, changes: NodeChanges): Promise<readonly PlanRows[]>;
  /** Hands over copies of blocks it keeps. */
  handOver(rows: readonly PlanRows[]): readonly PlanBlock[];
  /** Copies blocks it keeps, and rows of the previous plan, to their place in a plan in shared memory. */
  place(into: Bytes, own: readonly PlacedRows[], previous: Bytes | undefined, kept: readonly PlacedRows[]): void;
  blocksDone(): number;
  /** The day-by-day tables of nodes; `changes` where they are not those of the last question. */
  project(nodes: readonly number[], changes: NodeChanges | undefined): Projection[];
  deliver(networks: Uint32Array, changes: NodeChanges | undefined): NetworkDelivery[];
  /** The forecasts of nodes with their candidates, computed again as they were made without what is excluded. */
  explainForecast(nodes: readonly number[], excluded: ExcludedHistory): SeriesForecast[];
  /** Forecasts the nodes of which demand is excluded anew. */
  reviseForecast(excluded: ExcludedHistory): RevisedForecast;
  /** The forecast of a weekly total by its own history. */
  forecastTotal(total: WeeklyTotal): SeriesForecast;
  explain(lines: readonly LineOfNode[], changes: NodeChanges | undefined): Explanation[];
  /** How every node is protected, and what to expect of it. */
  readPolicies(stock: PlannedStock, changes: NodeChanges | undefined): PolicyInputs;
  /** The parameters that no longer fit. */
  proposeParameters(stock: PlannedStock, changes: NodeChanges | undefined): ProposalColumns;
  /** Where the networks of items would hold their safety stock. */
  placeSafetyStock(stock: PlannedStock, changes: NodeChanges | undefined): Placements;
  /** Service against stock for nodes together. */
  policyCurve(nodes: Uint32Array, stock: PlannedStock, changes: NodeChanges | undefined): PolicyCurve;
  /** What a point of that curve changes. */
  policyMoves(nodes: Uint32Array, multiplier: number, stock: PlannedStock, changes: NodeChanges | undefined): PolicyMoves;
}

interface Loaded {
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly receipts: ReceiptColumns | undefined;
  readonly control: RunControl;
  readonly planner: Planner;
  /** Answers questions, so that none of them can touch the rows of a plan that is being put together. */
  readonly answerer: Planner;
}

/** Points of an exchange curve: enough to choose from, few enough for 100,000 nodes in about a second. */
const curvePoints = 31;

/** An idle worker; entry points expose it over their own port. */
export function createPlanWorker(): PlanWorker {
  let loaded: Loaded | undefined;
  /** The changes of the last question. */
  let asked: NodeChanges = noNodeChanges;

  function current(): Loaded {
    invariant(loaded, 'a frame is loaded before anything is asked');
    return loaded;
  }
  /** Calls `work` with the networks of each block this worker takes; lets messages in where memory does not tell of a newer run. */
  async function takeBlocks(
    { run, blocks }: WorkerRun,
    work: (first: number, end: number, block: number) => void,
  ): Promise<void> {
    const { control } = current();
    for (let taken = 0; ; taken += 1) {
      const block = control.takeBlock(run, taken, blocks.length / 2);
      if (block === undefined) return;
      work(blocks[2 * block] ?? 0, blocks[2 * block + 1] ?? 0, block);
      control.finishBlock(run);
      if (!control.isShared) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  /** As `takeBlocks`, with the nodes of a block and what each block gives. */
  async function takeNodes<Part>(run: WorkerRun, work: (firstNode: number, endNode: number) => Part): Promise<OfBlock<Part>[]> {
    const { networkStart } = current().frame;
    const parts: OfBlock<Part>[] = [];
    await takeBlocks(run, (first, end, block) => {
      parts.push({ block, part: work(networkStart[first] ?? 0, networkStart[end] ?? 0) });
    });
    return parts;
  }
  function answererUnder(changes: NodeChanges | undefined): Planner {
    const { answerer } = current();
    if (changes) answerer.restart((asked = changes));
    return answerer;
  }
  /** The frame with the parameters of a scenario, and the demand its plan met, as readers of policies take them. */
  function judgedUnder(stock: PlannedStock, changes: NodeChanges | undefined) {
    answererUnder(changes);
    const { frame, answerer } = current();
    return { frame: applyParameters(frame, asked.parameters), forecast: answerer.forecast(), result: stock as PlanResult }; // readers of policies ask for these columns
  }

  return {
    load({ frame: bytes, forecast: forecastBytes, receipts, control, worker, workers }) {
      const frame = openFrame(bytes);
      const forecast = openColumns<typeof forecastLayout>(forecastBytes).views;
      asked = noNodeChanges;
      loaded = {
        frame,
        forecast,
        receipts: receipts && openReceipts(receipts),
        control: control ? createSharedControl(control) : createSeparateControl(worker, workers),
        planner: createPlanner(frame, forecast, noNodeChanges),
        answerer: createPlanner(frame, forecast, noNodeChanges),
      };
    },
    begin: (run) => current().control.begin(run),
    learnProfiles(run) {
      const { frame, forecast } = current();
      const members = familyMembers(frame);
      return takeBlocks(run, (first, end) => {
        learnProfiles(frame, members, first, end, forecast);
      });
    },
    learn: (run) => takeNodes(run, (first, end) => learnNodes(current().frame, first, end, current().forecast)),
    forecast(run) {
      const { frame, forecast } = current();
      return takeNodes(run, (first, end) => forecastNodes(frame, first, end, forecast));
    },
    forecastWhole: () => forecastFrame(current().frame).buffer,
    async setFactors(run) {
      const { frame, forecast } = current();
      await takeNodes(run, (first, end) => {
        setSafetyFactors(frame, first, end, forecast);
      });
    },
    async plan(run, changes) {
      const state = current();
      state.planner.restart(changes);
      const planned: PlanRows[] = [];
      await takeBlocks(run, (first, end) => {
        planned.push(state.planner.planNetworks(first, end));
      });
      return planned;
    },
    handOver(rows) {
      const columns = current().planner.columns();
      // Copied, not transferred: once a thread has given a buffer away, V8 checks every access to any of its arrays.
      return rows.map((each) => cutBlock({ rows: each, columns }));
    },
    place(into, own, previous, kept) {
      const target = openColumns<typeof planLayout>(into).views;
      const columns = current().planner.columns();
      for (const { rows, place } of own) copyPlanRows(columns, rows, target, place);
      if (!previous) return;
      const source = openColumns<typeof planLayout>(previous).views;
      for (const { rows, place } of kept) copyPlanRows(source, rows, target, place);
    },
    blocksDone: () => current().control.blocksDone(),
    project(nodes, changes) {
      const answerer = answererUnder(changes);
      return nodes.map((node) => answerer.project(node));
    },
    deliver(networks, changes) {
      const answerer = answererUnder(changes);
      return Array.from(networks, (network) => answerer.deliver(network));
    },
    explainForecast(nodes, excluded) {
      const { frame, forecast } = current();
      return nodes.map((node) => explainForecast(frame, forecast, node, excluded));
    },
    reviseForecast: (excluded) => reviseForecast(current().frame, current().forecast, excluded),
    forecastTotal: (total) => forecastTotal(current().frame, current().forecast, total),
    explain(lines, changes) {
      const answerer = answererUnder(changes);
      return lines.map(({ node, ordinal }) => answerer.explain(node, ordinal));
    },
    readPolicies(stock, changes) {
      const { frame, forecast, result } = judgedUnder(stock, changes);
      return readPolicyInputs(frame, forecast, result);
    },
    proposeParameters(stock, changes) {
      const judged = judgedUnder(stock, changes);
      const inputs = readPolicyInputs(judged.frame, judged.forecast, judged.result);
      const { frame: base, receipts } = current();
      return proposeParameters({ ...judged, base, inputs, laneTimes: receipts && learnLaneTimes(judged.frame, receipts) });
    },
    placeSafetyStock(stock, changes) {
      const { frame, forecast, result } = judgedUnder(stock, changes);
      return placeItemNetworks(frame, forecast, result);
    },
    policyCurve(nodes, stock, changes) {
      const { frame, forecast, result } = judgedUnder(stock, changes);
      return policyCurve(forecast, movableNodes(frame, forecast, result, nodes), curvePoints);
    },
    policyMoves(nodes, multiplier, stock, changes) {
      const { frame, forecast, result } = judgedUnder(stock, changes);
      return policyMoves(forecast, movableNodes(frame, forecast, result, nodes), multiplier);
    },
  };
}
