import { invariant } from '#core/base/invariant.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { allocatePlan } from '#core/plan/allocate-plan.ts';
import { arrangeParts, type PlanArrangement } from '#core/plan/arrange-parts.ts';
import type { PlanBlock } from '#core/plan/plan-block.ts';
import type { PlanMemory } from '#core/plan/plan-memory.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { copyPlanRows, rowsOfNodes, type PlanRows } from '#core/plan/plan-rows.ts';
import type { PlacedRows } from './plan-worker.ts';
import type { WorkerMembers } from './worker-members.ts';

/** Rows that a worker planned and keeps. */
export interface WorkerRows {
  readonly worker: number;
  readonly rows: PlanRows;
}

export interface PlanParts {
  readonly frame: Frame;
  readonly members: WorkerMembers;
  /** Where memory is shared, the memory of plans. */
  readonly memory: PlanMemory | undefined;
  readonly planned: readonly WorkerRows[];
  /** The plan from which `kept` rows are taken over. */
  readonly previous: PlanResult | undefined;
  readonly kept: readonly PlanRows[];
  readonly onPatch: ((patch: readonly PlanBlock[]) => void) | undefined;
}

type Part = WorkerRows | { readonly worker: undefined; readonly rows: PlanRows };

/** Rows of an earlier plan up to this many are handed to one worker, so that all of them copy alike. */
const mostRowsOfCopy = 1 << 15;

/**
 * Puts what the workers planned, and what is kept of the previous plan, together to the plan of the whole frame. In
 * shared memory the workers copy, each its own and a share of the kept rows; else this thread does.
 */
export async function gatherPlan(parts: PlanParts): Promise<PlanResult> {
  const { frame, memory, planned, previous, kept, members, onPatch } = parts;
  if (previous && onPatch) {
    onPatch(await handOver(members, planned));
    // Questions about the patch go to the workers before the copying, which they would wait for.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (previous && planned.length === 0) return previous;
  const all: Part[] = [...planned, ...kept.map((rows) => ({ worker: undefined, rows }))];
  const nodes = all.reduce((sum, { rows }) => sum + rows.endNode - rows.firstNode, 0);
  // Memory that is used again would show an older plan where rows are missing.
  invariant(nodes === frame.meta.nodes, 'the parts of a plan cover every node once');
  const arranged = arrangeParts(all);
  if (!memory) return placeHere(arranged, allocatePlan(frame, arranged.orders, arranged.exceptions), parts);
  const result = memory.take(arranged.orders, arranged.exceptions);
  await placeOnWorkers(arranged, result, parts);
  return result;
}

async function handOver(members: WorkerMembers, planned: readonly WorkerRows[]): Promise<readonly PlanBlock[]> {
  const byWorker = rowsByWorker(members.count, planned);
  const blocks = await Promise.all(
    byWorker.map((rows, worker) =>
      rows.length === 0 ? Promise.resolve([]) : members.ask(worker, (remote) => remote.handOver(rows)),
    ),
  );
  return blocks.flat().sort((a, b) => a.rows.firstNode - b.rows.firstNode);
}

function rowsByWorker(count: number, planned: readonly WorkerRows[]): readonly (readonly PlanRows[])[] {
  return Array.from({ length: count }, (_, worker) => planned.filter((each) => each.worker === worker).map(({ rows }) => rows));
}

async function placeOnWorkers(
  arranged: PlanArrangement<Part>,
  result: PlanResult,
  { members, previous }: PlanParts,
): Promise<void> {
  const own = Array.from({ length: members.count }, (): PlacedRows[] => []);
  const taken = Array.from({ length: members.count }, (): PlacedRows[] => []);
  let next = 0;
  for (const { part, place } of arranged.placed) {
    if (part.worker !== undefined) own[part.worker]?.push({ rows: part.rows, place });
    else if (previous)
      for (const piece of cutRows({ rows: part.rows, place }, previous)) taken[next++ % members.count]?.push(piece);
  }
  await members.askAll((remote, worker) => remote.place(result.buffer, own[worker] ?? [], previous?.buffer, taken[worker] ?? []));
}

/** Cuts a long run of rows at its nodes, so that it can be shared out. */
function* cutRows({ rows, place }: PlacedRows, plan: PlanResult): Generator<PlacedRows> {
  let firstNode = rows.firstNode;
  for (let node = firstNode + 1; node <= rows.endNode; node += 1) {
    const orders = (plan.nodeOrderStart[node] ?? 0) - (plan.nodeOrderStart[firstNode] ?? 0);
    if (node < rows.endNode && orders + node - firstNode < mostRowsOfCopy) continue;
    const piece = rowsOfNodes(plan, firstNode, node);
    yield {
      rows: piece,
      place: {
        nodeRow: firstNode,
        firstOrder: place.firstOrder + piece.firstOrder - rows.firstOrder,
        firstException: place.firstException + piece.firstException - rows.firstException,
      },
    };
    firstNode = node;
  }
}

async function placeHere(
  arranged: PlanArrangement<Part>,
  result: PlanResult,
  { members, planned, previous }: PlanParts,
): Promise<PlanResult> {
  const blocks = new Map((await handOver(members, planned)).map((block) => [block.rows.firstNode, block]));
  for (const { part, place } of arranged.placed) {
    const block =
      part.worker === undefined ? previous && { rows: part.rows, columns: previous } : blocks.get(part.rows.firstNode);
    if (block) copyPlanRows(block.columns, block.rows, result, place);
  }
  return result;
}
