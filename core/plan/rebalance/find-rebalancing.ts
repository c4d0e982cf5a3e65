import { assignExcess } from './assign-excess.ts';
import type { RebalancingInput, RebalancingMove } from './rebalancing-input.ts';
import { usableLinks, type UsableLink } from './usable-links.ts';

/**
 * Transfers of one item from where there is too much to where it is short, each worth more than it costs (REB-1 to
 * REB-6), in the order of the links. Whole multiples at or above the minimum of their link, and no place gives more than
 * its excess. The best possible where all links have one multiple and no minimum stands in the way, otherwise a good
 * choice: the exact answer is NP-hard. Without excess, need or a useful link it is O(links); does not throw.
 *
 * @example excess 40 and 25, need 30, 30 and 30 worth 9, 5 and 2.5: four moves with a benefit less cost of 237.5
 */
export function findRebalancing(input: RebalancingInput): readonly RebalancingMove[] {
  const usable = usableLinks(input);
  if (usable.length === 0) return [];
  const grains = new Float64Array(input.links.from.length);
  let open = usable;
  while (open.length > 0) {
    const lot = open.reduce((divisor, { multiple }) => greatestCommonDivisor(divisor, multiple), 0);
    const assigned = assignExcess(input, open, lot).map(
      (quantity, index) => quantity - (quantity % (open[index]?.multiple ?? 1)),
    );
    const kept = open.filter(({ least }, index) => (assigned[index] ?? 0) === 0 || (assigned[index] ?? 0) >= least);
    if (kept.length === open.length) {
      open.forEach(({ link }, index) => (grains[link] = assigned[index] ?? 0));
      break;
    }
    // A link below its minimum is closed, and what it would have moved looks for another way.
    open = kept;
  }
  topUp(input, usable, grains);
  return movesOf(input, usable, grains);
}

/** Gives what rounding and closed links have left to the links that gain most by it (REB-5). */
function topUp({ nodes }: RebalancingInput, usable: readonly UsableLink[], grains: Float64Array): void {
  const spare = new Map<number, number>();
  const short = new Map<number, number>();
  for (const { link, from, to } of usable) {
    spare.set(from, (spare.get(from) ?? nodes.excess[from] ?? 0) - (grains[link] ?? 0));
    short.set(to, (short.get(to) ?? nodes.need[to] ?? 0) - (grains[link] ?? 0));
  }
  const byGain = usable.toSorted((a, b) => b.value - b.cost - (a.value - a.cost) || a.link - b.link);
  for (const { link, from, to, multiple, least, cost, value } of byGain) {
    const move = (quantity: number) => {
      const needed = Math.max(0, Math.min(quantity, short.get(to) ?? 0));
      if (quantity <= 0 || quantity > (spare.get(from) ?? 0) || !(value * needed > cost * quantity)) return;
      grains[link] = (grains[link] ?? 0) + quantity;
      spare.set(from, (spare.get(from) ?? 0) - quantity);
      short.set(to, (short.get(to) ?? 0) - quantity);
    };
    const most = Math.max(0, Math.min(spare.get(from) ?? 0, short.get(to) ?? 0));
    move(Math.max((grains[link] ?? 0) > 0 ? 0 : least, most - (most % multiple)));
    if ((grains[link] ?? 0) > 0) move(multiple);
  }
}

/**
 * Names day, cost and benefit; where more is moved than needed, the last arrival is worth what was still missing (REB-6). A move that a
 * minimum elsewhere has left without worth is not made.
 */
function movesOf(input: RebalancingInput, usable: readonly UsableLink[], grains: Float64Array): RebalancingMove[] {
  let used = usable.filter(({ link }) => (grains[link] ?? 0) > 0);
  for (;;) {
    const moves = describeMoves(input, used, grains);
    const paying = used.filter((_, index) => (moves[index]?.benefit ?? 0) > (moves[index]?.cost ?? 0));
    if (paying.length === used.length) return moves;
    used = paying;
  }
}

function describeMoves(
  { planDay, grainsPerUnit, nodes, links }: RebalancingInput,
  used: readonly UsableLink[],
  grains: Float64Array,
): RebalancingMove[] {
  const dayOf = ({ link, to }: UsableLink) => Math.max(planDay, (nodes.needDay[to] ?? 0) - (links.leadTimeDays[link] ?? 0));
  const arrivalOf = (way: UsableLink) => dayOf(way) + (links.leadTimeDays[way.link] ?? 0);
  const short = new Map<number, number>();
  const benefits = new Map<number, number>();
  for (const { link, to, value } of used.toSorted((a, b) => arrivalOf(a) - arrivalOf(b) || a.link - b.link)) {
    const missing = short.get(to) ?? nodes.need[to] ?? 0;
    const quantity = grains[link] ?? 0;
    benefits.set(link, (value * Math.max(0, Math.min(missing, quantity))) / grainsPerUnit);
    short.set(to, missing - quantity);
  }
  return used.map((way) => ({
    fromNode: way.from,
    toNode: way.to,
    grains: grains[way.link] ?? 0,
    day: dayOf(way),
    arrivalDay: arrivalOf(way),
    cost: (way.cost * (grains[way.link] ?? 0)) / grainsPerUnit,
    benefit: benefits.get(way.link) ?? 0,
  }));
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
