import { forecastNodes, type forecastLayout, type ForecastViews } from '#core/demand/forecast-nodes.ts';
import { invariant } from '#core/base/invariant.ts';
import { openColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createPlanner, type Planner } from '#core/plan/create-planner.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import { noNodeChanges, type NodeChanges } from '#core/plan/node-changes.ts';
import { cutBlock, type PlanBlock } from '#core/plan/plan-block.ts';
import type { planLayout } from '#core/plan/plan-result.ts';
import { copyPlanRows, type PlanPlace, type PlanRows } from '#core/plan/plan-rows.ts';
import type { LineOfNode } from './plan-service.ts';
import { createSeparateControl, createSharedControl, type RunControl } from './run-control.ts';

type Bytes = ArrayBuffer | SharedArrayBuffer;

export interface WorkerLoad {
  readonly frame: Bytes;
  /** Columns of `forecastLayout`; in shared memory every worker fills and reads the same. */
  readonly forecast: Bytes;
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

/** Rows to copy to their place in a plan. */
export interface PlacedRows {
  readonly rows: PlanRows;
  readonly place: PlanPlace;
}

/** What one worker does for the pool. The same in a Web Worker and in a worker thread. */
export interface PlanWorker {
  load(load: WorkerLoad): void;
  /** Starts a run for this worker; with shared memory the pool starts it for all. */
  begin(run: number): void;
  /** Forecasts the blocks it takes. */
  forecast(run: WorkerRun): Promise<void>;
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
  explain(lines: readonly LineOfNode[], changes: NodeChanges | undefined): Explanation[];
}

interface Loaded {
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly control: RunControl;
  readonly planner: Planner;
  /** Answers questions, so that none of them can touch the rows of a plan that is being put together. */
  readonly answerer: Planner;
  /** Networks forecast in memory of this worker alone. */
  readonly isForecast: Uint8Array;
}

/** An idle worker; entry points expose it over their own port. */
export function createPlanWorker(): PlanWorker {
  let loaded: Loaded | undefined;

  function current(): Loaded {
    invariant(loaded, 'a frame is loaded before anything is asked');
    return loaded;
  }
  /** Shared forecasts are complete before planning; separate ones are made where they are missing on this worker. */
  function forecastNetworks({ frame, forecast, isForecast }: Loaded, first: number, end: number): void {
    for (let network = first; network < end; network += 1) {
      if (isForecast[network] === 1) continue;
      forecastNodes(frame, frame.networkStart[network] ?? 0, frame.networkStart[network + 1] ?? 0, forecast);
      isForecast[network] = 1;
    }
  }
  /** Calls `work` with the networks of each block this worker takes; lets messages in where memory does not tell of a newer run. */
  async function takeBlocks({ run, blocks }: WorkerRun, work: (first: number, end: number) => void): Promise<void> {
    const { control } = current();
    for (let taken = 0; ; taken += 1) {
      const block = control.takeBlock(run, taken, blocks.length / 2);
      if (block === undefined) return;
      work(blocks[2 * block] ?? 0, blocks[2 * block + 1] ?? 0);
      control.finishBlock(run);
      if (!control.isShared) await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  function answererFor(nodes: readonly number[], changes: NodeChanges | undefined): Planner {
    const state = current();
    if (changes) state.answerer.restart(changes);
    if (!state.control.isShared) {
      for (const node of nodes) forecastNetworks(state, networkOf(state.frame, node), networkOf(state.frame, node) + 1);
    }
    return state.answerer;
  }

  return {
    load({ frame: bytes, forecast: forecastBytes, control, worker, workers }) {
      const frame = openFrame(bytes);
      const forecast = openColumns<typeof forecastLayout>(forecastBytes).views;
      loaded = {
        frame,
        forecast,
        control: control ? createSharedControl(control) : createSeparateControl(worker, workers),
        planner: createPlanner(frame, forecast, noNodeChanges),
        answerer: createPlanner(frame, forecast, noNodeChanges),
        isForecast: new Uint8Array(frame.meta.networks),
      };
    },
    begin: (run) => current().control.begin(run),
    forecast: (run) => takeBlocks(run, (first, end) => forecastNetworks(current(), first, end)),
    async plan(run, changes) {
      const state = current();
      state.planner.restart(changes);
      const planned: PlanRows[] = [];
      await takeBlocks(run, (first, end) => {
        if (!state.control.isShared) forecastNetworks(state, first, end);
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
      const answerer = answererFor(nodes, changes);
      return nodes.map((node) => answerer.project(node));
    },
    deliver(networks, changes) {
      const answerer = answererFor(
        Array.from(networks, (network) => current().frame.networkStart[network] ?? 0),
        changes,
      );
      return Array.from(networks, (network) => answerer.deliver(network));
    },
    explain(lines, changes) {
      const answerer = answererFor(
        lines.map(({ node }) => node),
        changes,
      );
      return lines.map(({ node, ordinal }) => answerer.explain(node, ordinal));
    },
  };
}
