import type { Frame } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';

/**
 * The networks, ascending, in which some balance falls below zero in spite of the plan's orders: only there can a line
 * not be delivered as planned, or a demand be late. Does not throw.
 *
 * @example shortNetworks(frame, plan).length === 0 where no balance is negative
 */
export function shortNetworks(frame: Frame, plan: PlanResult): number[] {
  const short: number[] = [];
  for (let network = 0; network < frame.meta.networks; network += 1) {
    const end = frame.networkStart[network + 1] ?? 0;
    for (let node = frame.networkStart[network] ?? 0; node < end; node += 1) {
      if ((plan.nodeLowestBalance[node] ?? 0) >= 0) continue;
      short.push(network);
      break;
    }
  }
  return short;
}
