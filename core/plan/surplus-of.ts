import type { NodeWork } from './node-work.ts';

/**
 * What the node in work can give away for good: what lies above the protected level on every day and above the maximum
 * today. The quantity of an `excess` exception (PLN-23). Grains, at or above 0; does not throw.
 *
 * @example 50 in stock, 10 protected, a demand of 15 over the horizon → 25 pieces
 */
export function surplusOf({ frame, node, horizon, opening, outlook }: NodeWork): number {
  if (horizon === 0) return 0;
  const most = Math.max(0, frame.nodeMaxQty[node] ?? 0);
  return Math.max(0, Math.min(outlook.lowestSurplus, opening - most));
}
