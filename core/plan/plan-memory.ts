import { allocateColumns } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { planLengths } from './allocate-plan.ts';
import { planExceptionLayout, planLayout, planOrderLayout, type PlanResult } from './plan-result.ts';
import type { PlanColumns } from './plan-rows.ts';

/** Shared memory for the plans of one frame, used again and again. */
export interface PlanMemory {
  /** Room for a plan. Its memory is given back only by `finish`: nobody may be writing to it when it is used again. */
  take(orders: number, exceptions: number): PlanResult;
  /** The plan is complete: the last two stay as they are, the memory of the one before them may be used again. */
  finish(plan: PlanResult): void;
}

interface Slot {
  readonly buffer: SharedArrayBuffer;
  readonly views: PlanColumns;
  readonly orders: number;
  readonly exceptions: number;
}

/** So much more room than asked for, as the next plan may have some more lines. */
const roomFactor = 1.125;
/** Finished plans that are still read: the shown one, and the one before it while the desk changes over. */
const keptPlans = 2;

/**
 * Memory for plans of a frame. A plan of 100,000 item-locations takes 80 MB; new memory for each would cost more time
 * than the copying, and more memory than a collector notices that does not count shared buffers. Does not throw.
 *
 * @example createPlanMemory(frame).take(10, 0).orderNode.length === 10
 */
export function createPlanMemory(frame: Frame): PlanMemory {
  const { datasetVersion, nodes } = frame.meta;
  const slots = new Map<SharedArrayBuffer | ArrayBuffer, Slot>();
  const free: Slot[] = [];
  const recent: Slot[] = [];

  function allocate(orders: number, exceptions: number): Slot {
    const room = { orders: Math.ceil(orders * roomFactor), exceptions: Math.ceil(exceptions * roomFactor) };
    const lengths = planLengths(nodes, room.orders, room.exceptions);
    const { buffer, views } = allocateColumns(planLayout, lengths, null, { shared: true });
    const slot = { ...room, views, buffer: buffer as SharedArrayBuffer }; // allocated with sharing
    slots.set(slot.buffer, slot);
    return slot;
  }
  return {
    take(orders, exceptions) {
      const fitting = free.findIndex((slot) => slot.orders >= orders && slot.exceptions >= exceptions);
      const slot = fitting < 0 ? allocate(orders, exceptions) : free.splice(fitting, 1)[0]!; // in range
      const trimmed: Record<string, unknown> = { ...slot.views };
      for (const name of namesOf(planOrderLayout)) trimmed[name] = slot.views[name].subarray(0, orders);
      for (const name of namesOf(planExceptionLayout)) trimmed[name] = slot.views[name].subarray(0, exceptions);
      const columns = trimmed as unknown as PlanColumns; // the same names, the same types, shorter
      return { ...columns, meta: { datasetVersion, nodes, orders, exceptions }, buffer: slot.buffer };
    },
    finish(plan) {
      const slot = slots.get(plan.buffer);
      if (!slot) return;
      recent.push(slot);
      if (recent.length <= keptPlans) return;
      const given = recent.shift();
      if (given) free.push(given);
      // Memory that was too small, or of a plan that was given up, is left to the collector.
      for (const [buffer, each] of slots) if (!free.includes(each) && !recent.includes(each)) slots.delete(buffer);
      if (free.length > 1) for (const each of free.splice(0, free.length - 1)) slots.delete(each.buffer);
    },
  };
}

function namesOf<Layout extends object>(layout: Layout): readonly (keyof Layout)[] {
  return Object.keys(layout) as (keyof Layout)[]; // keys of a const object
}
