import { textAt } from '#core/frame/text-columns.ts';
import type { ExplanationTerm } from './explanation.ts';
import { isStale } from './gather-supply.ts';
import type { NodeWork } from './node-work.ts';

/** The open customer orders of the node in work due up to a day (offset), one term each. Does not throw. */
export function listOpenOrders(work: NodeWork, lastDay: number): readonly ExplanationTerm[] {
  const { frame, node, planDay } = work;
  const terms: ExplanationTerm[] = [];
  const end = frame.demandStart[node + 1] ?? 0;
  for (let row = frame.demandStart[node] ?? 0; row < end; row += 1) {
    const day = frame.demandDay[row] ?? 0;
    if (frame.demandHold[row] === 1 || day - planDay > lastDay) continue;
    const order = textAt({ bytes: frame.demandOrderBytes, ends: frame.demandOrderEnds }, row);
    terms.push({ code: 'openOrders', grains: frame.demandQty[row] ?? 0, facts: { order, day }, children: [] });
  }
  return terms;
}

/** The open supply of the node in work due up to a day (offset), one term each. Does not throw. */
export function listOpenSupply(work: NodeWork, lastDay: number): readonly ExplanationTerm[] {
  const { frame, node, planDay } = work;
  const terms: ExplanationTerm[] = [];
  const end = frame.supplyStart[node + 1] ?? 0;
  for (let row = frame.supplyStart[node] ?? 0; row < end; row += 1) {
    const day = frame.supplyDay[row] ?? 0;
    if (day - planDay > lastDay || isStale(work, row)) continue;
    const order = textAt({ bytes: frame.supplyOrderBytes, ends: frame.supplyOrderEnds }, row);
    terms.push({ code: 'openSupply', grains: -(frame.supplyQty[row] ?? 0), facts: { order, day }, children: [] });
  }
  return terms;
}

/**
 * Demand other nodes put on the node in work up to a day (offset): transfers to sites that hold the same item, what items
 * that it succeeds hand over (PLN-28), and components of other items. `total` is what they add up to; for make-to-order it
 * may stop inside the day. Does not throw.
 */
export function listPostings(
  work: NodeWork,
  lastDay: number,
  total: number,
): { readonly transfers: ExplanationTerm; readonly components: ExplanationTerm; readonly handedOver: ExplanationTerm } {
  const { frame, node, planDay } = work;
  const causes = {
    transfersOut: [] as ExplanationTerm[],
    components: [] as ExplanationTerm[],
    handedOver: [] as ExplanationTerm[],
  };
  let left = total;
  for (const { dayOffset, grains, fromNode } of work.postings.list(node)) {
    if (dayOffset > lastDay || left === 0) break;
    const counted = Math.min(left, grains);
    left -= counted;
    const isTransfer = frame.nodeItem[fromNode] === frame.nodeItem[node];
    const code = isTransfer ? 'transfersOut' : frame.nodeSuccessor[fromNode] === node ? 'handedOver' : 'components';
    causes[code].push({ code, grains: counted, facts: { node: fromNode, day: planDay + dayOffset }, children: [] });
  }
  return {
    transfers: sum('transfersOut', causes.transfersOut),
    components: sum('components', causes.components),
    handedOver: sum('handedOver', causes.handedOver),
  };
}

function sum(code: 'transfersOut' | 'components' | 'handedOver', children: readonly ExplanationTerm[]): ExplanationTerm {
  return { code, grains: children.reduce((total, child) => total + child.grains, 0), facts: {}, children };
}
