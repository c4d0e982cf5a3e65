import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError } from '#core/base/app-error.ts';
import type { ContractClient } from '#core/contract/client/contract-client.ts';
import type { BackendEvent, ScenarioState } from '#core/contract/schemas.ts';
import type { forecastLayout, ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { createForecastOverlay } from '#core/demand/nodes/overlay-forecast.ts';
import { openColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { frameTexts, type FrameTexts } from '#core/frame/frame-texts.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { composeChanges } from '#core/plan/compose-changes.ts';
import type { Bytes, ForecastRevision, PlanService } from '#workers/plan-service.ts';
import { keepBackendLink } from './backend-link.ts';
import { failureOf } from './failure.ts';
import type { PlanState } from './plan-state.ts';

export interface PlanStoreParts {
  readonly connect: () => Promise<ContractClient>;
  readonly fetchFrame: (datasetVersion: number) => Promise<readonly Bytes[]>;
  readonly service: PlanService;
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface LoadedFrame {
  readonly version: number;
  readonly frame: Frame;
  readonly forecastUnder: (revision: ForecastRevision) => ForecastViews;
  readonly texts: FrameTexts;
}

/**
 * Keeps the plan in step with the backend (DSK-3): the frame is fetched once per dataset version, and a change of
 * dataset, scenario or outbox is planned anew in the workers while the older plan stays on the screen.
 */
export function createPlanStore(first: ContractClient, parts: PlanStoreParts): StoreApi<PlanState> {
  const { service } = parts;
  let loaded: LoadedFrame | undefined;
  let plannedKey = '';
  let running: AbortController | undefined;
  const store = createStore<PlanState>(() => ({
    phase: 'loading',
    link: 'online',
    info: null,
    dataset: null,
    scenario: null,
    outbox: [],
    sync: null,
    planned: null,
    progress: null,
    error: null,
    client: () => link.client(),
    async apply(changes) {
      const revision = store.getState().scenario?.revision ?? 0;
      takeScenario(await link.client().scenario.apply({ revision, changes: [...changes] }));
    },
    undo: async () => takeScenario(await link.client().scenario.undo()),
    redo: async () => takeScenario(await link.client().scenario.redo()),
    async approve(lines) {
      const { planned } = store.getState();
      if (!planned) throw new AppError('data.missing', 'There is no plan yet to approve.');
      const { datasetVersion, scenarioRevision } = planned;
      const call = { datasetVersion, scenarioRevision, lines: [...lines], reason: '' };
      const approved = await link.client().approval.approve(call);
      await refresh('scenarioChanged');
      return approved;
    },
    async explain(order) {
      const [explanation] = await service.explain([order]);
      if (!explanation) throw new AppError('data.stale', 'The line is no longer in the plan.');
      return explanation;
    },
    async project(node) {
      const [projection] = await service.project([node]);
      if (!projection) throw new AppError('data.stale', 'The item-location is no longer in the plan.');
      return projection;
    },
    explainForecast: (node) => service.explainForecast(node),
    forecastTotal: (total) => service.forecastTotal(total),
    readPolicies: () => service.readPolicies(),
    proposeParameters: () => service.proposeParameters(),
    placeSafetyStock: () => service.placeSafetyStock(),
    policyCurve: (nodes) => service.policyCurve(nodes),
    policyMoves: (nodes, multiplier) => service.policyMoves(nodes, multiplier),
    async deliver(node) {
      const networks = await service.deliver([node]);
      // The network is computed as a whole; a reader asks about one item-location of it.
      return {
        deliveries: networks.flatMap((network) => network.deliveries).filter((delivery) => delivery.node === node),
        lateDemand: networks.flatMap((network) => network.lateDemand).filter((late) => late.node === node),
      };
    },
  }));

  function takeScenario(scenario: ScenarioState): void {
    store.setState({ scenario });
    void replan();
  }

  async function refresh(kind: BackendEvent['kind'] | 'all'): Promise<void> {
    const client = link.client();
    try {
      if (kind === 'syncChanged') {
        store.setState({ sync: await client.sync.status() });
        return;
      }
      const [info, dataset, scenario, outbox, sync] = await Promise.all([
        store.getState().info ?? client.app.info(),
        client.dataset.status(),
        client.scenario.state(),
        client.outbox.lines(),
        client.sync.status(),
      ]);
      store.setState({ info, dataset, scenario, outbox, sync });
      await replan();
    } catch (error) {
      fail(error);
    }
  }

  async function load(version: number): Promise<LoadedFrame> {
    if (loaded?.version === version) return loaded;
    const [bytes, forecast, receipts] = await parts.fetchFrame(version);
    if (!bytes || !forecast) throw new AppError('data.missing', 'The data came incomplete. Reload the page to try again.');
    const frame = openFrame(bytes);
    await service.load(bytes, forecast, receipts);
    const forecastUnder = createForecastReader(openColumns<typeof forecastLayout>(forecast).views);
    loaded = { version, frame, forecastUnder, texts: frameTexts(frame) };
    return loaded;
  }

  async function replan(): Promise<void> {
    const { dataset, scenario, outbox } = store.getState();
    if (!dataset || !scenario) return;
    if (dataset.version === 0) {
      store.setState({ phase: 'empty', planned: null });
      return;
    }
    const ways = outbox.map((line) => `${line.id}:${line.state}`).join();
    const key = `${dataset.version}|${scenario.revision}|${ways}`;
    if (key === plannedKey) return;
    plannedKey = key;
    running?.abort();
    const own = (running = new AbortController());
    try {
      store.setState(store.getState().planned ? { phase: 'planning' } : { phase: 'loading' });
      const { frame, forecastUnder, texts } = await load(dataset.version);
      if (own.signal.aborted) return;
      store.setState({ phase: 'planning' });
      const changes = composeChanges(scenario, outbox);
      const onProgress = (progress: PlanState['progress']): void => store.setState({ progress });
      const { result, revision, times } = await service.plan(changes, { signal: own.signal, onProgress });
      const { firmOrders } = changes;
      const planned = {
        frame,
        forecast: forecastUnder(revision),
        excluded: revision.excluded,
        texts,
        result,
        firmOrders,
        datasetVersion: dataset.version,
        scenarioRevision: scenario.revision,
        times,
      };
      store.setState({ phase: 'ready', planned, progress: null, error: null });
    } catch (error) {
      if (running === own) {
        plannedKey = '';
        fail(error);
      }
    }
  }

  function fail(error: unknown): void {
    const failure = failureOf(error);
    if (failure) store.setState((state) => ({ error: failure, phase: state.planned ? 'ready' : 'failed' }));
  }

  const link = keepBackendLink(first, {
    connect: parts.connect,
    wait: parts.wait,
    onChanged: (kind) => void refresh(kind),
    onLinkChanged: (state) => store.setState({ link: state }),
  });
  return store;
}

/** The forecast under each revision: a new object for another one, by which readers notice. */
function createForecastReader(base: ForecastViews): LoadedFrame['forecastUnder'] {
  const overlay = createForecastOverlay(base);
  let last: { readonly revision: ForecastRevision; readonly forecast: ForecastViews } | undefined;
  return (revision) => {
    if (last?.revision !== revision) last = { revision, forecast: { ...overlay(revision.revised) } };
    return last.forecast;
  };
}
