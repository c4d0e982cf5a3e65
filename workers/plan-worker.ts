import { transfer } from 'comlink';
import { forecastNodes, type forecastLayout, type ForecastViews } from '#core/demand/forecast-nodes.ts';
import { invariant } from '#core/base/invariant.ts';
import { openColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createPlanner, type Planner } from '#core/plan/create-planner.ts';
import type { Explanation, Projection } from '#core/plan/explanation.ts';
import type { PlanBlock } from '#core/plan/plan-block.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import { cutNetworks } from './network-blocks.ts';
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

/** What one worker does for the pool. The same in a Web Worker and in a worker thread. */
export interface PlanWorker {
  load(load: WorkerLoad): void;
  /** Starts a run for this worker; with shared memory the pool starts it for all. */
  begin(run: number): void;
  /** Forecasts the blocks it takes; returns false where a newer run ended it. */
  forecast(run: number): Promise<boolean>;
  /** Plans the blocks it takes; blocks of a run that a newer one ended are returned as far as they go. */
  plan(run: number, changes: PlanChanges): Promise<readonly PlanBlock[]>;
  blocksDone(): number;
  /** The day-by-day tables of nodes; `changes` where this worker has not planned them. */
  project(nodes: readonly number[], changes: PlanChanges | undefined): Projection[];
  explain(lines: readonly LineOfNode[], changes: PlanChanges | undefined): Explanation[];
}

/** An order line by its node and its place among that node's lines. */
export interface LineOfNode {
  readonly node: number;
  readonly ordinal: number;
}

interface Loaded {
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  readonly blocks: Uint32Array;
  readonly control: RunControl;
  /** Blocks forecast in memory of this worker alone. */
  readonly isForecast: Uint8Array;
}

/** An idle worker; entry points expose it over their own port. */
export function createPlanWorker(): PlanWorker {
  let loaded: Loaded | undefined;
  let planner: Planner | undefined;

  function current(): Loaded {
    invariant(loaded, 'a frame is loaded before anything is asked');
    return loaded;
  }
  function forecastBlock({ frame, forecast, blocks, isForecast }: Loaded, block: number): void {
    if (isForecast[block] === 1) return;
    const first = frame.networkStart[blocks[block] ?? 0] ?? 0;
    forecastNodes(frame, first, frame.networkStart[blocks[block + 1] ?? 0] ?? 0, forecast);
    isForecast[block] = 1;
  }
  /** Lets messages in, such as that of a newer run, where memory does not tell. */
  function breathe(control: RunControl): Promise<void> | undefined {
    return control.isShared ? undefined : new Promise((resolve) => setTimeout(resolve, 0));
  }
  /** Shared forecasts are complete before planning; separate ones may be missing on this worker. */
  function completeForecast(state: Loaded, block: number): void {
    if (!state.control.isShared) forecastBlock(state, block);
  }
  function takeChanges(changes: PlanChanges | undefined): void {
    const state = current();
    if (changes) planner = createPlanner(state.frame, state.forecast, changes);
  }
  function plannerFor(node: number): Planner {
    const state = current();
    if (!state.control.isShared) forecastBlock(state, blockOf(state, node));
    return (planner ??= createPlanner(state.frame, state.forecast, noChanges));
  }

  return {
    load({ frame: bytes, forecast, control, worker, workers }) {
      const frame = openFrame(bytes);
      const blocks = cutNetworks(frame);
      const count = Math.max(0, blocks.length - 1);
      loaded = {
        frame,
        blocks,
        forecast: openColumns<typeof forecastLayout>(forecast).views,
        control: control ? createSharedControl(control, count) : createSeparateControl(worker, workers, count),
        isForecast: new Uint8Array(count),
      };
      planner = undefined;
    },
    begin: (run) => current().control.begin(run),
    async forecast(run) {
      const state = current();
      let taken = 0;
      for (;;) {
        const block = state.control.takeBlock(run, taken);
        if (block === undefined) return taken > 0 || state.control.isShared;
        forecastBlock(state, block);
        state.control.finishBlock();
        taken += 1;
        await breathe(state.control);
      }
    },
    async plan(run, changes) {
      const state = current();
      const own = createPlanner(state.frame, state.forecast, changes);
      planner = own;
      const planned: PlanBlock[] = [];
      for (;;) {
        const block = state.control.takeBlock(run, planned.length);
        if (block === undefined) break;
        completeForecast(state, block);
        planned.push(own.planNetworks(state.blocks[block] ?? 0, state.blocks[block + 1] ?? 0));
        state.control.finishBlock();
        await breathe(state.control);
      }
      const buffers = planned.flatMap(({ columns }) => Object.values(columns).map((column) => column.buffer));
      return transfer(planned, buffers);
    },
    blocksDone: () => current().control.blocksDone(),
    project(nodes, changes) {
      takeChanges(changes);
      return nodes.map((node) => plannerFor(node).project(node));
    },
    explain(lines, changes) {
      takeChanges(changes);
      return lines.map(({ node, ordinal }) => plannerFor(node).explain(node, ordinal));
    },
  };
}

function blockOf({ frame, blocks }: Loaded, node: number): number {
  let block = 0;
  while ((frame.networkStart[blocks[block + 1] ?? 0] ?? 0) <= node && block < blocks.length - 2) block += 1;
  return block;
}
