import { implement } from '@orpc/server';
import { contract } from '#core/contract/contract.ts';
import type { AppInfo } from '#core/contract/schemas.ts';
import type { BackendRouter } from '#core/backend/backend.ts';
import type { DecisionRepository } from '#core/backend/decisions/decision-repository.ts';
import type { Clock } from '#core/backend/ports.ts';
import type { ScenarioRepository } from '#core/backend/scenario/scenario-repository.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import type { SyncService } from '#core/backend/sync/sync-service.ts';
import type { ApprovalService } from './approval-service.ts';
import { describeDecision } from './describe-decision.ts';
import type { EventHub } from './event-hub.ts';
import { listDemandLines } from './list-demand-lines.ts';

export interface RouterParts {
  readonly info: AppInfo;
  readonly clock: Clock;
  readonly cache: CacheStore;
  readonly scenario: ScenarioRepository;
  readonly approval: ApprovalService;
  readonly decisions: DecisionRepository;
  readonly sync: SyncService;
  readonly events: EventHub;
  /** Ends every stream when the backend closes. */
  readonly closing: AbortSignal;
}

/** Binds the contract's procedures to the services; all rules live in the services. */
export function createRouter(parts: RouterParts): BackendRouter {
  const { info, clock, cache, scenario, approval, decisions, sync, events, closing } = parts;
  const procedures = implement(contract);

  function endOf(signal: AbortSignal | undefined): AbortSignal {
    return signal ? AbortSignal.any([signal, closing]) : closing;
  }

  function changed(): ReturnType<ScenarioRepository['state']> {
    events.announce('scenarioChanged');
    return scenario.state();
  }

  return procedures.router({
    app: {
      info: procedures.app.info.handler(() => info),
      events: procedures.app.events.handler(({ signal }) => events.listen(endOf(signal))),
    },
    dataset: {
      status: procedures.dataset.status.handler(() => cache.status()),
    },
    demand: {
      lines: procedures.demand.lines.handler(({ input: { itemId, siteId } }) => {
        const planned = scenario.state().exclusions.filter((each) => each.itemId === itemId && each.siteId === siteId);
        return listDemandLines(cache.historyOf(itemId, siteId), planned);
      }),
    },
    scenario: {
      state: procedures.scenario.state.handler(() => scenario.state()),
      apply: procedures.scenario.apply.handler(({ input }) => {
        scenario.apply(input.revision, input.changes, clock.now().toISOString(), info.user);
        return changed();
      }),
      undo: procedures.scenario.undo.handler(() => {
        scenario.undo();
        return changed();
      }),
      redo: procedures.scenario.redo.handler(() => {
        scenario.redo();
        return changed();
      }),
      history: procedures.scenario.history.handler(() => scenario.history()),
    },
    approval: {
      approve: procedures.approval.approve.handler(({ input }) => approval.approve(input)),
      decisions: procedures.approval.decisions.handler(({ input }) =>
        decisions.latest(input.limit).map((entry) => ({
          sequence: entry.sequence,
          at: entry.at,
          actor: entry.actor,
          kind: entry.kind,
          text: describeDecision(entry),
          hash: entry.hash,
        })),
      ),
    },
    outbox: {
      lines: procedures.outbox.lines.handler(() => approval.lines()),
      cancel: procedures.outbox.cancel.handler(({ input }) => approval.takeBack(input.ids)),
      retry: procedures.outbox.retry.handler(({ input }) => approval.retry(input.ids)),
    },
    sync: {
      status: procedures.sync.status.handler(() => sync.status()),
      connect: procedures.sync.connect.handler(async ({ input }) => {
        const status = await sync.connect(input.settings, input.secret);
        events.announce('syncChanged');
        return status;
      }),
      pull: procedures.sync.pull.handler(({ signal }) => announceAfter(sync.pull(endOf(signal)))),
      push: procedures.sync.push.handler(({ signal }) => announceAfter(sync.push(endOf(signal)))),
    },
  });

  /** A pull or push changes all of these, also when it ends early. */
  async function* announceAfter<Step>(steps: AsyncGenerator<Step>): AsyncGenerator<Step> {
    events.announce('syncChanged');
    try {
      yield* steps;
    } finally {
      for (const kind of ['datasetChanged', 'outboxChanged', 'syncChanged'] as const) events.announce(kind);
    }
  }
}
