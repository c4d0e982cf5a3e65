import { grainsPerStep, roundUpTo } from '#core/base/quantity.ts';
import type { RebalancingInput } from './rebalancing-input.ts';

/** A way on which something could be moved, with what may be moved on it. */
export interface UsableLink {
  readonly link: number;
  readonly from: number;
  readonly to: number;
  readonly multiple: number;
  /** The least quantity: the minimum in whole multiples. */
  readonly least: number;
  /** Money per stock unit moved. */
  readonly cost: number;
  /** Money per stock unit that is needed. */
  readonly value: number;
}

/**
 * The links between a node that can give the least quantity and one that needs something, arrive while it still helps
 * and pay for a needed unit (REB-2). In the order of the input. O(links), does not throw.
 */
export function usableLinks({ planDay, nodes, links }: RebalancingInput): readonly UsableLink[] {
  const usable: UsableLink[] = [];
  for (let link = 0; link < links.from.length; link += 1) {
    const from = links.from[link] ?? 0;
    const to = links.to[link] ?? 0;
    if (from === to || !((nodes.need[to] ?? 0) > 0)) continue;
    const multiple = Math.max(1, links.multiple[link] || grainsPerStep);
    const least = Math.max(multiple, roundUpTo(links.minimum[link] ?? 0, multiple));
    if ((nodes.excess[from] ?? 0) < least) continue;
    if (planDay + (links.leadTimeDays[link] ?? 0) > (nodes.lastUsefulDay[to] ?? 0)) continue;
    const cost = links.unitCost[link] ?? 0;
    const value = nodes.needValue[to] ?? 0;
    if (value > cost) usable.push({ link, from, to, multiple, least, cost, value });
  }
  return usable;
}
