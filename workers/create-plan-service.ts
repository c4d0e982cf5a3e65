import { AppError } from '#core/base/app-error.ts';
import { nothingExcluded, type ExcludedHistory } from '#core/demand/nodes/excluded-history.ts';
import { allocateForecast } from '#core/demand/nodes/forecast-columns.ts';
import { nothingRevised, type RevisedForecast } from '#core/demand/nodes/revise-forecast.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { changedExclusions } from '#core/plan/excluded-lines.ts';
import { createFrameLookup, type FrameLookup } from '#core/plan/frame-lookup.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import { shortNetworks } from '#core/plan/deliver/short-networks.ts';
import { networkOf } from '#core/frame/network-of.ts';
import { keptRows, numberFirmLines } from '#core/plan/kept-rows.ts';
import { noNodeChanges, resolveChanges, type NodeChanges } from '#core/plan/node-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { createPlanMemory, type PlanMemory } from '#core/plan/plan-memory.ts';
import { touchedNetworks } from '#core/plan/touched-networks.ts';
import { gatherPlan, type WorkerRows } from './gather-plan.ts';
import { cutChosenNetworks, cutNetworks } from './network-blocks.ts';
import { forecastInPhases } from './forecast-in-phases.ts';
import type { Bytes, ForecastOptions, ForecastRevision, LineOfNode, PlanService } from './plan-service.ts';
import type { WorkerLoad, WorkerRun } from './plan-worker.ts';
import { controlBytes, createSharedControl } from './run-control.ts';
import type { SpawnedWorker } from './spawned-worker.ts';
import { startMembers } from './worker-members.ts';

export interface PlanServiceOptions {
  readonly workers: number;
  readonly spawn: () => SpawnedWorker;
  /** Whether memory may be shared; found out by the caller, as it depends on the host. */
  readonly shared: boolean;
  /** Milliseconds that only grow, for the times of a plan. */
  readonly now: () => number;
}

interface FinishedForecast {
  readonly bytes: Bytes;
  readonly tookMs: number;
}

interface LoadedFrame {
  readonly frame: Frame;
  readonly lookup: FrameLookup;
  readonly blocks: Uint32Array;
  loads: readonly WorkerLoad[];
  readonly control: SharedArrayBuffer | undefined;
  /** Where memory is shared, the memory of plans. */
  readonly memory: PlanMemory | undefined;
  /** The forecast of all networks with the milliseconds it took, once it was asked for; made anew where it failed. */
  forecast: Promise<FinishedForecast> | undefined;
  /** Whether the forecast came with the frame. */
  readonly isForecastGiven: boolean;
  /** The last plan that was finished, and its changes. */
  last: { readonly result: PlanResult; readonly changes: NodeChanges } | undefined;
  /** The changes of the newest plan that was computed, finished or not; what questions are answered under. */
  changes: NodeChanges | undefined;
  /** The last forecasts that were made anew. */
  revision: ForecastRevision;
}

/** Networks whose delivery is asked of a worker in one message. */
const networksPerQuestion = 256;
/** Milliseconds between two looks at how far the workers are. */
const progressEveryMs = 60;
/** With more than this share of the nodes touched, planning all is quicker than taking the rest over. */
const mostTouchedShare = 0.5;

/**
 * A pool of workers behind the plan service (rules WRK-1 to WRK-9). Errors of its calls: `cancelled` for a plan that a newer
 * one or its signal ended, `rpc.closed` after `dispose`, `data.missing` before `load`; a worker that breaks rejects the
 * call and is replaced.
 */
export function createPlanService({ workers, spawn, shared, now }: PlanServiceOptions): PlanService {
  let loaded: LoadedFrame | undefined;
  let run = 0;
  let isDisposed = false;
  /** The changes under which each worker answered last. */
  const told: (NodeChanges | undefined)[] = [];
  let nextAsked = 0;

  const members = startMembers(workers, spawn, {
    onBroken() {
      told.length = 0;
      if (loaded && !loaded.isForecastGiven) loaded.forecast = undefined;
    },
    onReplaced() {
      // A failure rejects the question that comes next.
      if (loaded) sendLoads(loaded).catch(() => undefined);
    },
  });
  async function sendLoads({ loads }: LoadedFrame): Promise<void> {
    await members.askAll((remote, worker) => remote.load(loads[worker]!)); // one load per worker
  }
  function usable(): LoadedFrame {
    if (isDisposed) throw new AppError('rpc.closed', 'Planning was closed. Open the workstation again.');
    if (!loaded) throw new AppError('data.missing', 'There is no data to plan yet.');
    return loaded;
  }
  async function begin({ control }: LoadedFrame, number: number): Promise<void> {
    if (control) createSharedControl(control).begin(number);
    else await members.askAll((remote) => remote.begin(number));
  }
  async function blocksDone({ control }: LoadedFrame): Promise<number> {
    if (control) return createSharedControl(control).blocksDone();
    return (await members.askAll((remote) => remote.blocksDone())).reduce((sum, count) => sum + count, 0);
  }

  /** Forecasts hold for every plan of the frame, so a newer plan waits for them instead of ending them. */
  function forecastOf(state: LoadedFrame, options: ForecastOptions = {}): Promise<FinishedForecast> {
    const making = (state.forecast ??= makeForecast(state, options));
    making.catch(() => {
      if (state.forecast === making) state.forecast = undefined;
    });
    return making;
  }
  async function makeForecast(state: LoadedFrame, options: ForecastOptions): Promise<FinishedForecast> {
    const started = now();
    if (state.control) {
      const bytes = state.loads[0]!.forecast; // there is at least one worker
      const beginRun = async (): Promise<WorkerRun> => {
        run += 1;
        await begin(state, run);
        return { run, blocks: state.blocks };
      };
      const isWanted = (own: WorkerRun): boolean => run === own.run && loaded === state && !isDisposed;
      const { frame } = state;
      await forecastInPhases({ frame, bytes, members, beginRun, isWanted, blocksDone: () => blocksDone(state) }, options);
      return { bytes, tookMs: now() - started };
    }
    const bytes = await members.ask<Bytes>(0, async (remote) => remote.forecastWhole());
    state.loads = state.loads.map((load) => ({ ...load, forecast: bytes }));
    await sendLoads(state);
    return { bytes, tookMs: now() - started };
  }
  /** Forecasts anew where other demand is excluded than before; the rest is taken over. */
  async function reviseUnder(state: LoadedFrame, excluded: ExcludedHistory, own: number): Promise<ForecastRevision> {
    const before = state.revision;
    const changed = new Set(changedExclusions(before.excluded, excluded).map((node) => networkOf(state.frame, node)));
    if (changed.size === 0) return before;
    // Workers in the middle of an older plan leave it for the question.
    await begin(state, own);
    const isChanged = ([node]: readonly [number, unknown]): boolean => changed.has(networkOf(state.frame, node));
    const asked: ExcludedHistory = new Map([...excluded].filter(isChanged));
    const made = await members.ask<RevisedForecast>(nextAsked++, (remote) => remote.reviseForecast(asked));
    const kept = [...before.revised].filter((entry) => !isChanged(entry));
    return (state.revision = { excluded, revised: new Map([...kept, ...made].sort(([a], [b]) => a - b)) });
  }
  async function forecastBeforeQuestions(state: LoadedFrame): Promise<void> {
    await forecastOf(state);
    if (loaded !== state) throw new AppError('data.stale', 'Newer data was loaded meanwhile. Ask again.');
  }
  /** Plans the blocks on all workers; which rows lie where. */
  async function planBlocks(state: LoadedFrame, own: WorkerRun, changes: NodeChanges): Promise<readonly WorkerRows[]> {
    await begin(state, own.run);
    const planned = await members.askAll((remote) => remote.plan(own, changes));
    return planned.flatMap((ofWorker, worker) => ofWorker.map((rows) => ({ worker, rows })));
  }
  /** Asks the workers in turn, telling each of the changes where the last question came under others. */
  async function ask<Answer>(
    state: LoadedFrame,
    question: Parameters<typeof members.ask<Answer>>[1] extends (remote: infer Worker) => unknown
      ? (remote: Worker, changes: NodeChanges | undefined) => Promise<Answer>
      : never,
    changes: NodeChanges,
  ): Promise<Answer> {
    await forecastBeforeQuestions(state);
    const worker = nextAsked % members.count;
    nextAsked += 1;
    const isTold = told[worker] === changes;
    told[worker] = changes;
    return members.ask(worker, (remote) => question(remote, isTold ? undefined : changes));
  }

  /** The last finished plan with the columns that policies are judged against, copied as the plan's memory is used again. */
  function judged() {
    const state = usable();
    const { last } = state;
    if (!last) throw new AppError('data.missing', 'There is no plan yet to judge.');
    const { nodeDailyDemand, nodeUsable } = last.result;
    return { state, last, stock: { nodeDailyDemand: nodeDailyDemand.slice(), nodeUsable: nodeUsable.slice() } };
  }

  return {
    async load(bytes, forecast, receipts) {
      if (isDisposed) usable();
      const frame = openFrame(bytes);
      if (loaded) {
        // The workers take the frame when they stop planning the older one.
        run += 1;
        begin(loaded, run).catch(() => undefined);
      }
      const control = shared ? new SharedArrayBuffer(controlBytes) : undefined;
      const common = {
        frame: shared ? toShared(bytes) : bytes,
        control,
        workers,
        receipts: receipts && (shared ? toShared(receipts) : receipts),
      };
      // Room that the workers fill together, or none yet: workers that share nothing are sent the finished one.
      const one = forecast === undefined ? allocateForecast(frame, { shared }).buffer : shared ? toShared(forecast) : forecast;
      loaded = {
        frame,
        lookup: createFrameLookup(frame),
        blocks: cutNetworks(frame),
        control,
        memory: shared ? createPlanMemory(frame) : undefined,
        loads: Array.from({ length: workers }, (_, worker) => ({ ...common, worker, forecast: one })),
        forecast: forecast && Promise.resolve({ bytes: one, tookMs: 0 }),
        isForecastGiven: forecast !== undefined,
        last: undefined,
        changes: undefined,
        revision: { excluded: nothingExcluded, revised: nothingRevised },
      };
      told.length = 0;
      await sendLoads(loaded);
    },
    forecast: async (options) => (await forecastOf(usable(), options)).bytes,
    async plan(changes, { signal, onProgress, onPatch, isFull = false } = {}) {
      const state = usable();
      const { frame } = state;
      const cancelled = (): boolean => signal?.aborted === true || isDisposed || loaded !== state;
      if (cancelled()) throw cancelledError();
      const { tookMs: forecastMs } = await forecastOf(state);
      if (cancelled()) throw cancelledError();
      run += 1;
      const own = run;
      const started = now();
      const named = resolveChanges(frame, state.lookup, changes);
      const revision = await reviseUnder(state, named.excluded, own);
      if (run !== own || cancelled()) throw cancelledError();
      const resolved = { ...named, ...revision };
      // A run that nobody asked for takes no block, so the workers stop at their next one.
      const stop = (): void => {
        if (run !== own) return;
        run += 1;
        begin(state, run).catch(() => undefined);
      };
      signal?.addEventListener('abort', stop, { once: true });
      const touched = isFull || !state.last ? undefined : touchedNetworks(frame, state.last.changes, resolved);
      const isPart = touched !== undefined && nodesOf(frame, touched) <= mostTouchedShare * frame.meta.nodes;
      const blocks = isPart ? cutChosenNetworks(frame, touched) : state.blocks;
      const { networks } = frame.meta;
      const report = (done: number): void =>
        onProgress?.({
          networks,
          networksDone: blocks.length === 0 ? networks : Math.floor((networks * done * 2) / blocks.length),
        });
      const timer = onProgress && setInterval(() => void reportProgress(), progressEveryMs);
      async function reportProgress(): Promise<void> {
        const done = await blocksDone(state).catch(() => undefined);
        if (run === own && done !== undefined) report(done);
      }
      try {
        const previous = isPart ? state.last?.result : undefined;
        const planned = await planBlocks(state, { run: own, blocks }, resolved);
        if (run !== own || cancelled()) throw cancelledError();
        state.changes = resolved;
        const kept = previous && touched ? keptRows(frame, previous, touched) : [];
        const parts = { frame, members, memory: state.memory, planned, previous, kept, onPatch };
        // New workers do not hold what the broken ones planned.
        const result = await members.whileUp(gatherPlan(parts));
        if (run !== own || cancelled()) throw cancelledError();
        if (previous) numberFirmLines(result, resolved);
        if (result !== previous) state.memory?.finish(result);
        report(blocks.length / 2);
        state.last = { result, changes: resolved };
        return { result, revision, times: { forecastMs, planMs: now() - started } };
      } finally {
        clearInterval(timer);
        signal?.removeEventListener('abort', stop);
      }
    },
    async project(nodes) {
      const state = usable();
      return ask(state, (remote, news) => remote.project([...nodes], news), state.changes ?? noNodeChanges);
    },
    async deliver(nodes) {
      const state = usable();
      const { last, frame } = state;
      if (!last) throw new AppError('data.missing', 'There is no plan yet to deliver.');
      const networks = nodes ? [...new Set(nodes.map((node) => networkOf(frame, node)))] : shortNetworks(frame, last.result);
      const questions: Promise<readonly NetworkDelivery[]>[] = [];
      for (let first = 0; first < networks.length; first += networksPerQuestion) {
        const asked = Uint32Array.from(networks.slice(first, first + networksPerQuestion));
        questions.push(ask(state, (remote, news) => remote.deliver(asked, news), last.changes));
      }
      return (await Promise.all(questions)).flat();
    },
    async explainForecast(node) {
      const state = usable();
      await forecastBeforeQuestions(state);
      const excluded = ofNetwork(state, node);
      const [explained] = await members.ask(nextAsked++, (remote) => remote.explainForecast([node], excluded));
      return explained!; // one node was asked for
    },
    async forecastTotal(series) {
      await forecastBeforeQuestions(usable());
      return members.ask(nextAsked++, (remote) => remote.forecastTotal(series));
    },
    async explain(orders) {
      const state = usable();
      const { last } = state;
      if (!last) throw new AppError('data.missing', 'There is no plan yet to explain.');
      const lines = orders.map((order) => lineOf(last.result, order));
      return ask(state, (remote, news) => remote.explain(lines, news), last.changes);
    },
    async explainLines(lines) {
      const state = usable();
      const { changes } = state;
      if (!changes) throw new AppError('data.missing', 'There is no plan yet to explain.');
      return ask(state, (remote, news) => remote.explain(lines, news), changes);
    },
    async readPolicies() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.readPolicies(stock, news), last.changes);
    },
    async proposeParameters() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.proposeParameters(stock, news), last.changes);
    },
    async placeSafetyStock() {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.placeSafetyStock(stock, news), last.changes);
    },
    async policyCurve(nodes) {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.policyCurve(nodes, stock, news), last.changes);
    },
    async policyMoves(nodes, multiplier) {
      const { state, last, stock } = judged();
      return ask(state, (remote, news) => remote.policyMoves(nodes, multiplier, stock, news), last.changes);
    },
    async dispose() {
      isDisposed = true;
      await members.end(new AppError('rpc.closed', 'Planning was closed. Open the workstation again.'));
    },
  };
}

/** What is excluded in the network of a node. */
function ofNetwork({ frame, changes }: LoadedFrame, node: number): ExcludedHistory {
  const network = networkOf(frame, node);
  return new Map([...(changes?.excluded ?? nothingExcluded)].filter(([each]) => networkOf(frame, each) === network));
}

function lineOf(result: PlanResult, order: number): LineOfNode {
  const node = result.orderNode[order];
  if (node === undefined) throw new AppError('data.stale', 'The line is no longer in the plan.');
  return { node, ordinal: order - (result.nodeOrderStart[node] ?? 0) };
}

function nodesOf(frame: Frame, networks: Uint32Array): number {
  let nodes = 0;
  for (const network of networks) nodes += (frame.networkStart[network + 1] ?? 0) - (frame.networkStart[network] ?? 0);
  return nodes;
}

function cancelledError(): AppError {
  return new AppError('cancelled', 'A newer plan was asked for.');
}

function toShared(bytes: ArrayBuffer | SharedArrayBuffer): SharedArrayBuffer {
  if (bytes instanceof SharedArrayBuffer) return bytes;
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(new Uint8Array(bytes));
  return shared;
}
