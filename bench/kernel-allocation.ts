import { memoryUsage } from 'node:process';
import { PerformanceObserver } from 'node:perf_hooks';
import { createPlanner } from '#core/plan/create-planner.ts';
import { noNodeChanges } from '#core/plan/node-changes.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { DemoFrame } from './demo-frame.ts';
import { median } from './statistics.ts';

/** What a warm plan of all networks allocates. */
export interface KernelAllocation {
  /** Bytes of objects on the JavaScript heap, per plan. */
  readonly heapBytes: number;
  /** Bytes of typed arrays, per plan. */
  readonly arrayBytes: number;
  readonly orders: number;
  /** Garbage collections while it was measured; with any of them the bytes say nothing. */
  readonly collections: number;
}

const runs = 9;

/** Plans on this thread, so that the heap of the kernel is the heap that is read. */
export async function measureAllocation({ frame, forecast }: DemoFrame): Promise<KernelAllocation> {
  const planner = createPlanner(frame, forecast, noNodeChanges);
  const plan = (): void => {
    planner.restart(noNodeChanges);
    planner.planNetworks(0, frame.meta.networks);
  };
  for (let run = 0; run < 12; run += 1) plan();
  let collections = 0;
  let isMeasuring = false;
  const observer = new PerformanceObserver((list) => {
    if (isMeasuring) collections += list.getEntries().length;
  });
  observer.observe({ entryTypes: ['gc'] });
  const heap: number[] = [];
  const arrays: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    collectGarbage();
    await new Promise((resolve) => setTimeout(resolve, 10));
    isMeasuring = true;
    const before = memoryUsage();
    plan();
    const after = memoryUsage();
    await new Promise((resolve) => setTimeout(resolve, 10));
    isMeasuring = false;
    heap.push(after.heapUsed - before.heapUsed);
    arrays.push(after.arrayBuffers - before.arrayBuffers);
  }
  observer.disconnect();
  return { heapBytes: median(heap), arrayBytes: median(arrays), orders: planner.orders(), collections };
}
