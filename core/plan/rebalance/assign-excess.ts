import { minimumCostFlow } from './minimum-cost-flow.ts';
import type { RebalancingInput } from './rebalancing-input.ts';
import type { UsableLink } from './usable-links.ts';

/** Money is weighed in millionths, so that the sums of the solver are whole numbers. */
const moneyScale = 1e6;

/**
 * Grains per link that bring the most benefit less cost when every link moves whole multiples of `lot` (REB-1): a need
 * that is no whole number of lots has a last lot that is worth only its needed part. `lot` in grains; the result has one
 * entry per link. Complexity of the flow; does not throw.
 *
 * @example excess 5 lots, need 2.5 lots worth 4 a lot, cost 3 a lot: 2 lots, since half of the third pays only 2
 */
export function assignExcess(
  { nodes, grainsPerUnit }: RebalancingInput,
  links: readonly UsableLink[],
  lot: number,
): Float64Array {
  const arcs = { from: [] as number[], to: [] as number[], capacity: [] as number[], cost: [] as number[] };
  const add = (from: number, to: number, capacity: number, money: number) => {
    arcs.from.push(from);
    arcs.to.push(to);
    arcs.capacity.push(capacity);
    arcs.cost.push(Math.round((money * moneyScale) / grainsPerUnit));
  };
  let places = 2;
  const source = 0;
  const sink = 1;
  const givers = new Map<number, number>();
  const takers = new Map<number, number>();
  // The arcs stand in the order source, links, sink: the solver's first pass then finds all cheapest ways.
  for (const { from } of links) {
    if (givers.has(from)) continue;
    givers.set(from, places);
    add(source, places, Math.floor((nodes.excess[from] ?? 0) / lot), 0);
    places += 1;
  }
  for (const { from, to, cost } of links) {
    if (!takers.has(to)) {
      takers.set(to, places);
      places += 1;
    }
    add(givers.get(from) ?? source, takers.get(to) ?? sink, Number.MAX_SAFE_INTEGER, cost * lot);
  }
  const done = new Set<number>();
  for (const { to, value } of links) {
    if (done.has(to)) continue;
    done.add(to);
    const need = nodes.need[to] ?? 0;
    const rest = need % lot;
    add(takers.get(to) ?? sink, sink, (need - rest) / lot, -value * lot);
    if (rest > 0) add(takers.get(to) ?? sink, sink, 1, -value * rest);
  }
  const flow = minimumCostFlow({ nodes: places, ...arcs }, source, sink, 'profitable');
  return Float64Array.from(links, (_, index) => (flow[givers.size + index] ?? 0) * lot);
}
