import { performance } from 'node:perf_hooks';
import type { Frame } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import type { PlanBlock } from '#core/plan/plan-block.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { PlanService } from '#workers/plan-service.ts';
import type { DemoFrame } from './demo-frame.ts';
import { startService } from './start-service.ts';

type Parameter = PlanChanges['parameters'][number];

/** Milliseconds of each change of one row, from the change to what a planner sees. */
export interface OneRowTimes {
  /** The new order lines of the row's network. */
  readonly orders: readonly number[];
  /** Also the explanation of the row's first line, where it still has one. */
  readonly explained: readonly number[];
  /** The whole plan with all other rows. */
  readonly plan: readonly number[];
}

/**
 * Changes the safety stock of one row after the other, each on top of the changes before it, as a planner types. Waits
 * for the new lines and the explanation of the row's first line.
 */
export async function timeOneRowChanges({ frame, forecastBytes }: DemoFrame, changes: number): Promise<OneRowTimes> {
  const service = startService(2);
  const times = { orders: [] as number[], explained: [] as number[], plan: [] as number[] };
  try {
    await service.load(frame.buffer, forecastBytes);
    const { result } = await service.plan(noChanges);
    const parameters: Parameter[] = [];
    // The first changes meet code that is not compiled yet.
    const warmUps = 20;
    const rows = chooseRows(result, changes + warmUps);
    for (const [index, node] of rows.entries()) {
      parameters.push(changeOf(frame, node, 'safety_stock', 500 + index));
      const { orders, explained, plan } = await timeChange(service, { ...noChanges, parameters: [...parameters] }, node);
      if (index < warmUps) continue;
      times.orders.push(orders);
      if (explained !== undefined) times.explained.push(explained);
      times.plan.push(plan);
    }
  } finally {
    await service.dispose();
  }
  return times;
}

async function timeChange(
  service: PlanService,
  changes: PlanChanges,
  node: number,
): Promise<{ readonly orders: number; readonly explained: number | undefined; readonly plan: number }> {
  const started = performance.now();
  let orders: number | undefined;
  let explaining: Promise<number> | undefined;
  async function explain(): Promise<number> {
    await service.explainLines([{ node, ordinal: 0 }]);
    return performance.now() - started;
  }
  await service.plan(changes, {
    onPatch(patch) {
      orders = performance.now() - started;
      if (linesOf(patch, node) > 0) explaining = explain();
    },
  });
  const plan = performance.now() - started;
  return { orders: orders ?? plan, explained: await explaining, plan };
}

/** Milliseconds of each change of the safety days of every row. */
export async function timeAllRowsChanges({ frame, forecastBytes }: DemoFrame, changes: number): Promise<readonly number[]> {
  const service = startService(2);
  const times: number[] = [];
  const warmUps = 4;
  try {
    await service.load(frame.buffer, forecastBytes);
    await service.plan(noChanges);
    for (let run = 0; run < changes + warmUps; run += 1) {
      const parameters = Array.from({ length: frame.meta.nodes }, (_, node) => changeOf(frame, node, 'safety_days', 3 + run));
      const started = performance.now();
      await service.plan({ ...noChanges, parameters });
      if (run >= warmUps) times.push(performance.now() - started);
    }
  } finally {
    await service.dispose();
  }
  return times;
}

function changeOf(frame: Frame, node: number, field: Parameter['field'], value: number): Parameter {
  const itemId = textAt({ bytes: frame.itemIdBytes, ends: frame.itemIdEnds }, frame.nodeItem[node] ?? 0);
  const siteId = textAt({ bytes: frame.siteIdBytes, ends: frame.siteIdEnds }, frame.nodeSite[node] ?? 0);
  return { kind: 'parameter.set', itemId, siteId, field, value, reason: 'benchmark' };
}

/** Rows with lines, spread evenly over the plan. */
function chooseRows(plan: PlanResult, count: number): readonly number[] {
  const withLines = Array.from({ length: plan.meta.nodes }, (_, node) => node).filter(
    (node) => (plan.nodeOrderStart[node + 1] ?? 0) > (plan.nodeOrderStart[node] ?? 0),
  );
  return Array.from({ length: count }, (_, index) => withLines[Math.floor((index * withLines.length) / count)] ?? 0);
}

function linesOf(patch: readonly PlanBlock[], node: number): number {
  for (const { rows, columns } of patch) {
    if (node < rows.firstNode || node >= rows.endNode) continue;
    const row = rows.nodeRow + node - rows.firstNode;
    return (columns.nodeOrderStart[row + 1] ?? 0) - (columns.nodeOrderStart[row] ?? 0);
  }
  return 0;
}
