import { performance } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';
import { noChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { PlanService } from '#workers/plan-service.ts';
import { startCProgram, type CProgram } from './c-program.ts';
import { collectGarbage } from './collect-garbage.ts';
import { comparePlans } from './compare-plans.ts';
import type { DemoFrame } from './demo-frame.ts';
import { startService } from './start-service.ts';
import { median } from './statistics.ts';

/** Medians of replans by one number of threads; what is of the C program is undefined where there is none. */
export interface ThreadTimes {
  readonly ours: number;
  readonly theirs: number | undefined;
  /** Medians over pairs that ran one after the other: of their times, and of their times on all processors. */
  readonly ratio: number | undefined;
  readonly cpuRatio: number | undefined;
}

export interface FullReplan {
  readonly nodeDays: number;
  readonly orders: number;
  readonly planBytes: number;
  readonly times: ReadonlyMap<number, ThreadTimes>;
  /** Columns in which the C program's plan is another; undefined where there is no C program. */
  readonly differences: readonly string[] | undefined;
}

interface Pair {
  readonly ours: number;
  readonly oursCpu: number;
  readonly theirs: number;
  readonly theirsCpu: number;
}

/** Nodes planned before the clock runs, so that the compilers of the workers have seen the kernels. */
const warmUpNodes = 250_000;

/** Replans in turn with the workers and with the C program, so that both meet the machine in the same state. */
export async function timeFullReplans(
  { frame, forecast, forecastBytes }: DemoFrame,
  threads: readonly number[],
  runs: number,
  compiler: string | undefined,
): Promise<FullReplan> {
  const teams = threads.map((count) => ({ count, service: startService(count), pairs: [] as Pair[] }));
  const program = compiler === undefined ? undefined : await startCProgram(compiler, frame, forecast);
  const { nodes, horizonDays } = frame.meta;
  let plan: PlanResult | undefined;
  let differences: readonly string[] | undefined;
  try {
    for (const { service } of teams) {
      await service.load(frame.buffer, forecastBytes);
      for (let planned = 0; planned < warmUpNodes || planned < 3 * nodes; planned += nodes) plan = await replan(service);
    }
    if (program && plan) {
      const { orders, exceptions } = await program.plan(Math.max(...threads));
      differences = comparePlans(plan, await program.lastPlan(), orders, exceptions);
    }
    for (let run = 0; run < runs; run += 1) {
      for (const { count, service, pairs } of teams) pairs.push(await timePair(service, program, count));
    }
  } finally {
    await program?.dispose();
    for (const { service } of teams) await service.dispose();
  }
  return {
    nodeDays: nodes * horizonDays,
    orders: plan?.meta.orders ?? 0,
    planBytes: plan?.buffer.byteLength ?? 0,
    times: new Map(teams.map(({ count, pairs }) => [count, summarise(pairs, program !== undefined)])),
    differences,
  };
}

async function replan(service: PlanService): Promise<PlanResult> {
  return (await service.plan(noChanges, { isFull: true })).result;
}

async function timePair(service: PlanService, program: CProgram | undefined, threads: number): Promise<Pair> {
  // Plans in shared memory are not counted towards a collection: those of 500,000 nodes would fill the machine.
  collectGarbage();
  const started = performance.now();
  const startedCpu = cpuUsage();
  await replan(service);
  const ours = performance.now() - started;
  const { user, system } = cpuUsage(startedCpu);
  const theirs = await program?.plan(threads);
  return { ours, oursCpu: (user + system) / 1000, theirs: theirs?.totalMs ?? 0, theirsCpu: theirs?.cpuMs ?? 0 };
}

function summarise(pairs: readonly Pair[], hasProgram: boolean): ThreadTimes {
  return {
    ours: median(pairs.map(({ ours }) => ours)),
    theirs: hasProgram ? median(pairs.map(({ theirs }) => theirs)) : undefined,
    ratio: hasProgram ? median(pairs.map(({ ours, theirs }) => ours / theirs)) : undefined,
    cpuRatio: hasProgram ? median(pairs.map(({ oursCpu, theirsCpu }) => oursCpu / theirsCpu)) : undefined,
  };
}
