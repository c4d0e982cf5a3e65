import type { CycleInputs } from './cycle-cost.ts';

/** A common rhythm for items that share the cost of an order. */
export interface JointOrderCycle {
  /** Time between two orders, in the time of the demand. */
  readonly cycle: number;
  /** Per item: it is part of every how-manieth order; 0 for an item without demand or holding cost. */
  readonly multiples: readonly number[];
  /** Per item, in the unit of its demand. */
  readonly quantities: readonly number[];
  /** Ordering and holding of all items, money over the time of the demand. */
  readonly cost: number;
}

/**
 * How often items of one supplier are ordered together, when an order costs `sharedOrderCost` and each item on it its
 * own `orderCost`: the item with the least order cost per cost of holding its demand is on every order, each other on
 * every mᵢ-th. Silver's heuristic, no proof of optimality. Without any cost of ordering the cycle is 0. O(items), does
 * not throw. Source: Silver 1976, Management Science 22; Silver, Pyke and Peterson, 3rd ed., p. 428.
 *
 * @example jointOrderCycle(600, [{ demand: 1, orderCost: 120, holdingCost: 160 }, { demand: 1, orderCost: 840,
 *   holdingCost: 20 }, { demand: 1, orderCost: 300, holdingCost: 50 }]) ≈ { cycle: 3.1032, multiples: [1, 3, 1],
 *   quantities: [3.1032, 9.3095, 3.1032], cost: 837.9 }
 */
export function jointOrderCycle(sharedOrderCost: number, items: readonly CycleInputs[]): JointOrderCycle {
  const ratios = items.map(({ demand, orderCost, holdingCost }) =>
    demand > 0 && holdingCost > 0 ? orderCost / (demand * holdingCost) : Infinity,
  );
  const leastRatio = ratios.reduce((least, ratio) => Math.min(least, ratio), Infinity);
  const most = items[ratios.indexOf(leastRatio)];
  const base = most === undefined ? 0 : (sharedOrderCost + most.orderCost) / (most.demand * most.holdingCost);
  if (leastRatio === Infinity || !(base > 0)) {
    return { cycle: 0, multiples: items.map(() => 0), quantities: items.map(() => 0), cost: 0 };
  }
  const multiples = ratios.map((ratio) => (ratio === Infinity ? 0 : Math.max(1, Math.round(Math.sqrt(ratio / base)))));
  let ordering = sharedOrderCost;
  let holding = 0;
  items.forEach(({ demand, orderCost, holdingCost }, index) => {
    const multiple = multiples[index] ?? 0;
    if (multiple === 0) return;
    ordering += orderCost / multiple;
    holding += multiple * demand * holdingCost;
  });
  const cycle = Math.sqrt((2 * ordering) / holding);
  const quantities = items.map(({ demand }, index) => demand * cycle * (multiples[index] ?? 0));
  return { cycle, multiples, quantities, cost: Math.sqrt(2 * ordering * holding) };
}
