import { implement } from '@orpc/server';
import { AppError } from '#core/base/app-error.ts';
import type { Backend } from '#core/backend/backend.ts';
import { contract } from '#core/contract/contract.ts';
import type { DatasetStatus, OutboxLine, Progress, ScenarioState, SyncStatus } from '#core/contract/schemas.ts';

/** A backend that satisfies the contract and shows each way in which a call can end. */
export interface FakeBackend extends Backend {
  /** Names of streams and calls that noticed their cancellation. */
  readonly cancelled: readonly string[];
  readonly isClosed: () => boolean;
}

const scenario: ScenarioState = {
  id: 'base',
  name: 'Base',
  revision: 7,
  firmOrders: [],
  parameters: [],
  forecasts: [],
  exclusions: [],
  canUndo: false,
  canRedo: false,
};

const dataset: DatasetStatus = {
  version: 3,
  planDay: 20_458,
  horizonDays: 182,
  currency: 'EUR',
  source: 'package',
  sourceName: 'demo',
  asOf: null,
  rows: {},
};

const sync: SyncStatus = {
  connection: null,
  hasSecret: false,
  reachable: 'unknown',
  running: 'idle',
  lastPullAt: null,
  lastPullError: null,
  outboxCounts: { queued: 0, sending: 0, acknowledged: 0, reconciled: 0, conflict: 0, rejected: 0, cancelled: 0 },
};

/** An approved line; `n` makes it one of many. */
export function fakeOutboxLine(n: number): OutboxLine {
  const order = {
    kind: 'buy',
    itemId: `item-${n}`,
    siteId: 'hub',
    sourceId: 'supplier',
    orderDay: 1,
    shipDay: 1,
    receiptDay: 9,
    qty: n,
  } as const;
  const people = { approvedBy: 'planner', approvedAt: '2026-01-05T08:00:00Z', updatedAt: '2026-01-05T08:00:00Z' };
  const outcome = { documentName: null, attempts: 0, errorCode: null, errorMessage: null };
  return {
    id: `line-${n}`,
    order,
    companyId: 'one',
    value: n,
    currency: 'EUR',
    state: 'queued',
    externalId: `x-${n}`,
    ...outcome,
    ...people,
  };
}

/**
 * - `app.info`, `scenario.state`, `dataset.status`, `sync.status` answer.
 * - `scenario.apply` answers for revision 7 and is stale for every other.
 * - `scenario.undo` has a bug; `scenario.redo` never answers and notices its cancellation.
 * - `sync.pull` reports three steps; `sync.push` one step, then fails as `erp.unreachable`; `app.events` goes on for ever.
 * - `outbox.lines` answers with 20,000 lines; `outbox.cancel` with one line for each id it was given.
 */
export function createFakeBackend(): FakeBackend {
  const cancelled: string[] = [];
  let closed = false;
  const os = implement(contract);
  const router = os.router({
    app: {
      info: os.app.info.handler(() => ({ version: '0.1.0', host: 'loopback', user: 'planner', demo: true })),
      events: os.app.events.handler(async function* ({ signal }) {
        try {
          yield { kind: 'datasetChanged' };
          await untilAborted(signal);
        } finally {
          cancelled.push('app.events');
        }
      }),
    },
    dataset: { status: os.dataset.status.handler(() => dataset) },
    demand: { lines: os.demand.lines.handler(() => ({ lines: [], total: 0, flagged: 0, usualQty: null })) },
    scenario: {
      state: os.scenario.state.handler(() => scenario),
      apply: os.scenario.apply.handler(({ input }) => {
        if (input.revision === scenario.revision) return scenario;
        const data = { expected: scenario.revision, found: input.revision };
        throw new AppError('data.stale', 'The scenario has moved on. Load it again and repeat the change.', {
          data,
          retryable: true,
        });
      }),
      undo: os.scenario.undo.handler(() => {
        throw new Error('/home/planner/plan.sqlite: no such column');
      }),
      redo: os.scenario.redo.handler(async ({ signal }) => {
        await untilAborted(signal);
        cancelled.push('scenario.redo');
        return scenario;
      }),
      history: os.scenario.history.handler(() => []),
    },
    approval: {
      approve: os.approval.approve.handler(() => []),
      decisions: os.approval.decisions.handler(() => []),
    },
    outbox: {
      lines: os.outbox.lines.handler(() => Array.from({ length: 20_000 }, (_, n) => fakeOutboxLine(n))),
      cancel: os.outbox.cancel.handler(({ input }) => input.ids.map((_, n) => fakeOutboxLine(n))),
      retry: os.outbox.retry.handler(() => []),
    },
    sync: {
      status: os.sync.status.handler(() => sync),
      connect: os.sync.connect.handler(() => sync),
      pull: os.sync.pull.handler(async function* () {
        for (let done = 1; done <= 3; done++) yield step(done, done === 3);
      }),
      push: os.sync.push.handler(async function* () {
        yield step(1, false);
        throw new AppError('erp.unreachable', 'The ERP does not answer. Check the network and try again.', { retryable: true });
      }),
    },
  });
  return {
    router,
    frame: async (version) => {
      if (version === dataset.version) return new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;
      throw new AppError('data.stale', `Dataset version ${version} is gone. Reload the page.`, {
        data: { current: dataset.version },
      });
    },
    close: async () => {
      closed = true;
    },
    cancelled,
    isClosed: () => closed,
  };
}

function step(done: number, finished: boolean): Progress {
  return { phase: 'items', done, total: 3, finished };
}

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}
