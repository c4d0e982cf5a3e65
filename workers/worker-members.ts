import { releaseProxy, wrap, type Remote } from 'comlink';
import type { PlanWorker } from './plan-worker.ts';
import type { SpawnedWorker } from './spawned-worker.ts';

/** The workers of a pool: started together, replaced together when one breaks. */
export interface WorkerMembers {
  readonly count: number;
  /** Asks one worker; rejects where a worker breaks or the pool is closed meanwhile. */
  ask<Answer>(worker: number, question: (remote: Remote<PlanWorker>) => Promise<Answer>): Promise<Answer>;
  /** Asks all workers; answers come in their order. */
  askAll<Answer>(question: (remote: Remote<PlanWorker>, worker: number) => Promise<Answer>): Promise<readonly Answer[]>;
  /** Rejects what is under way and ends the workers for good. */
  end(reason: unknown): void;
}

/**
 * Starts `count` workers. When one breaks, the calls under way are rejected, all workers are replaced (they may share
 * memory with the broken one) and `onReplaced` is called to bring the new ones up to date (WRK-7).
 */
export function startMembers(count: number, spawn: () => SpawnedWorker, onReplaced: () => void): WorkerMembers {
  let members: { readonly spawned: SpawnedWorker; readonly remote: Remote<PlanWorker> }[] = [];
  let hasEnded = false;
  /** How to reject the calls under way. A promise raced by all would keep every call that ever was. */
  const callsUnderWay = new Set<(reason: unknown) => void>();

  function start(): void {
    members = Array.from({ length: count }, () => {
      const spawned = spawn();
      spawned.onFailure((reason) => {
        // A worker that was replaced already has nothing to say any more.
        if (hasEnded || !members.some((member) => member.spawned === spawned)) return;
        stop(new Error('A planning worker broke', { cause: reason }));
        start();
        onReplaced();
      });
      return { spawned, remote: wrap<PlanWorker>(spawned.endpoint) };
    });
  }
  function stop(reason: unknown): void {
    for (const reject of [...callsUnderWay]) reject(reason);
    for (const { remote, spawned } of members) {
      remote[releaseProxy]();
      spawned.terminate();
    }
    members = [];
  }
  function guard<Answer>(work: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      callsUnderWay.add(reject);
      work.then(resolve, reject).finally(() => callsUnderWay.delete(reject));
    });
  }

  start();
  return {
    count,
    ask: (worker, question) => guard(question(members[worker % count]!.remote)), // in range, and there are members until the end
    askAll: (question) => guard(Promise.all(members.map(({ remote }, worker) => question(remote, worker)))),
    end(reason) {
      hasEnded = true;
      stop(reason);
    },
  };
}
