import { expect } from 'vitest';
import { notSet } from '#core/frame/frame-layout.ts';
import type { NetworkDelivery } from '#core/plan/deliver/network-delivery.ts';
import type { PlannedCase } from './plan-case.ts';

/**
 * Expects of a network what holds of all (rules PLN-33, PLN-34): no line arrives before its day nor brings more than it asks for, demand that
 * is late was short of something, and nothing is late where no balance is short. Returns what can be delivered.
 */
export function expectDelivery({ frame, planner, result }: PlannedCase, network: number): NetworkDelivery {
  const delivery = planner.deliver(network);
  const { deliveries, lateDemand } = delivery;
  const arrived = new Map<number, number>();
  for (const { node, ordinal, receiptDay, grains } of deliveries) {
    const row = (result.nodeOrderStart[node] ?? 0) + ordinal;
    arrived.set(row, (arrived.get(row) ?? 0) + grains);
    const planned = Math.max(frame.meta.planDay, result.orderReceiptDay[row] ?? 0);
    if (receiptDay !== notSet) expect(receiptDay).toBeGreaterThanOrEqual(planned);
    expect(grains).toBeGreaterThanOrEqual(0);
  }
  for (const [row, grains] of arrived) expect(grains).toBeLessThanOrEqual(result.orderQty[row] ?? 0);
  for (const { grains, unmet, dueDay, servedDay } of lateDemand) {
    expect(grains).toBeGreaterThan(0);
    expect(unmet).toBeLessThanOrEqual(grains);
    expect(servedDay === notSet || servedDay > dueDay).toBe(true);
    expect(unmet > 0).toBe(servedDay === notSet);
  }
  const first = frame.networkStart[network];
  const lowest = result.nodeLowestBalance.subarray(first, frame.networkStart[network + 1]);
  if (lowest.every((balance) => balance >= 0)) expect([deliveries, lateDemand]).toEqual([[], []]);
  return delivery;
}
