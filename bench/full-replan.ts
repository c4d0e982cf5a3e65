import { performance } from 'node:perf_hooks';
import { noChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { createPlanService } from '#workers/create-plan-service.ts';
import { spawnWorkerThread } from '#workers/spawn.node.ts';
import { startCProgram } from './c-program.ts';
import { comparePlans } from './compare-plans.ts';
import type { DemoFrame } from './demo-frame.ts';
import { median } from './statistics.ts';

/** Medians of full replans; ratios are medians over pairs that ran one after the other. */
export interface FullReplan {
  readonly nodeDays: number;
  readonly orders: number;
  readonly planBytes: number;
  /** Milliseconds by number of threads. */
  readonly ours: ReadonlyMap<number, number>;
  readonly theirs: ReadonlyMap<number, number>;
  readonly ratios: ReadonlyMap<number, number>;
  /** Columns in which the C program's plan is another; undefined where there is no C program. */
  readonly differences: readonly string[] | undefined;
}

/** Plans until the compilers of the workers have seen the kernels. */
const warmUps = 4;

/** Replans in turn with the workers and with the C program, so that both meet the machine in the same state. */
export async function timeFullReplans(
  { frame, forecast }: DemoFrame,
  threads: readonly number[],
  runs: number,
  compiler: string | undefined,
): Promise<FullReplan> {
  const services = threads.map((workers) => ({ workers, service: startService(workers) }));
  const program = compiler === undefined ? undefined : await startCProgram(compiler, frame, forecast);
  const ours = new Map(threads.map((count) => [count, [] as number[]]));
  const theirs = new Map(threads.map((count) => [count, [] as number[]]));
  let plan: PlanResult | undefined;
  let differences: readonly string[] | undefined;
  try {
    for (const { service } of services) {
      await service.load(frame.buffer);
      for (let run = 0; run < warmUps; run += 1) plan = (await service.plan(noChanges, { isFull: true })).result;
    }
    if (program && plan) {
      const { orders, exceptions } = await program.plan(Math.max(...threads));
      differences = comparePlans(plan, await program.lastPlan(), orders, exceptions);
    }
    for (let run = 0; run < runs; run += 1) {
      for (const { workers, service } of services) {
        const started = performance.now();
        plan = (await service.plan(noChanges, { isFull: true })).result;
        ours.get(workers)?.push(performance.now() - started);
        if (program) theirs.get(workers)?.push((await program.plan(workers)).totalMs);
      }
    }
  } finally {
    await program?.dispose();
    for (const { service } of services) await service.dispose();
  }
  const ratioOf = (count: number): number =>
    median((ours.get(count) ?? []).map((time, run) => time / (theirs.get(count)?.[run] ?? Number.NaN)));
  return {
    nodeDays: frame.meta.nodes * frame.meta.horizonDays,
    orders: plan?.meta.orders ?? 0,
    planBytes: plan?.buffer.byteLength ?? 0,
    ours: new Map(threads.map((count) => [count, median(ours.get(count) ?? [])])),
    theirs: new Map(program ? threads.map((count) => [count, median(theirs.get(count) ?? [])]) : []),
    ratios: new Map(program ? threads.map((count) => [count, ratioOf(count)]) : []),
    differences,
  };
}

/** A pool of workers over shared memory, as the workstation starts it. */
export function startService(workers: number): ReturnType<typeof createPlanService> {
  return createPlanService({ workers, shared: true, spawn: spawnWorkerThread, now: () => performance.now() });
}
