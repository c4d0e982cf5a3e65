import { releaseProxy, wrap, type Remote } from 'comlink';
import type { PlanWorker } from './plan-worker.ts';
import type { SpawnedWorker } from './spawned-worker.ts';

/** The workers of a pool: started together, replaced together when one broke. */
export interface WorkerMembers {
  readonly count: number;
  /** Asks one worker; rejects where a worker breaks or the pool is closed meanwhile. */
  ask<Answer>(worker: number, question: (remote: Remote<PlanWorker>) => Promise<Answer>): Promise<Answer>;
  /** Asks all workers; answers come in their order. */
  askAll<Answer>(question: (remote: Remote<PlanWorker>, worker: number) => Promise<Answer>): Promise<readonly Answer[]>;
  /** Rejects where a worker breaks or the pool is closed before the work is done, also between two of its questions. */
  whileUp<Answer>(work: Promise<Answer>): Promise<Answer>;
  /** Rejects what is under way and ends the workers for good; resolves when they are gone. */
  end(reason: unknown): Promise<void>;
}

export interface MemberEvents {
  /** A worker broke: what the workers held is gone. */
  readonly onBroken: () => void;
  /** New workers are there; whatever is asked in here comes before the question that started them. */
  readonly onReplaced: () => void;
}

/**
 * Starts `count` workers. When one breaks, the calls under way are rejected and all workers are ended, as they may share
 * memory with the broken one (WRK-7). The next question starts new ones: at once, workers that cannot even start would be
 * replaced without end.
 */
export function startMembers(count: number, spawn: () => SpawnedWorker, { onBroken, onReplaced }: MemberEvents): WorkerMembers {
  let members: { readonly spawned: SpawnedWorker; readonly remote: Remote<PlanWorker> }[] = [];
  /** Until those that were ended are gone: threads that start while others are cut off can take the process with them. */
  let leaving: Promise<unknown> | undefined;
  /** Why the pool was closed. */
  let ended: { readonly reason: unknown } | undefined;
  /** How to reject the calls under way. A promise raced by all would keep every call that ever was. */
  const callsUnderWay = new Set<(reason: unknown) => void>();

  function start(): void {
    members = Array.from({ length: count }, () => {
      const spawned = spawn();
      spawned.onFailure((reason) => {
        // A worker that was replaced already has nothing to say any more.
        if (ended || !members.some((member) => member.spawned === spawned)) return;
        void stop(new Error('A planning worker broke', { cause: reason }));
        onBroken();
      });
      return { spawned, remote: wrap<PlanWorker>(spawned.endpoint) };
    });
  }
  async function stop(reason: unknown): Promise<void> {
    const isIdle = callsUnderWay.size === 0;
    for (const reject of [...callsUnderWay]) reject(reason);
    const ending = members;
    members = [];
    for (const { remote } of ending) remote[releaseProxy]();
    const gone = (leaving = Promise.all([leaving, ...ending.map(({ spawned }) => spawned.end(isIdle))]));
    await gone;
    if (leaving === gone) leaving = undefined;
  }
  function guard<Answer>(work: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      callsUnderWay.add(reject);
      work.then(resolve, reject).finally(() => callsUnderWay.delete(reject));
    });
  }

  function current(): typeof members {
    if (members.length > 0) return members;
    start();
    onReplaced();
    return members;
  }

  start();
  return {
    count,
    async ask(worker, question) {
      if (leaving) await leaving;
      if (ended) throw ended.reason;
      return guard(question(current()[worker % count]!.remote)); // in range: there are as many as were asked for
    },
    async askAll(question) {
      if (leaving) await leaving;
      if (ended) throw ended.reason;
      return guard(Promise.all(current().map(({ remote }, worker) => question(remote, worker))));
    },
    whileUp: guard,
    async end(reason) {
      ended = { reason };
      await stop(reason);
    },
  };
}
