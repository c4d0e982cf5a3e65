import type { RandomStream } from '#core/simulate/random/random-stream.ts';
import type { DemandPath } from '#core/simulate/sample/demand-path.ts';
import type { LeadTimePath } from '#core/simulate/sample/lead-time.ts';
import type { OrderRules } from './order-rules.ts';

/** Everything a simulation knows of one item-location; columns have one element per period. */
export interface ItemSetup {
  /** Who draws; the seed belongs to the simulation. */
  readonly name: Omit<RandomStream, 'seed'>;
  readonly demand: DemandPath;
  readonly leadTime: LeadTimePath;
  readonly rules: OrderRules;
  readonly openingStock: number;
  /** What was on order before the first period and is counted from the start, part of `receipts`. */
  readonly openingOnOrder: number;
  /** What arrives besides the orders of the simulation; below 0 what leaves, as far as it is there. */
  readonly receipts: Float64Array;
  /** How much of those receipts the position begins to count at the end of each period. */
  readonly seen: Float64Array;
  /** Whether unserved demand is lost; otherwise it waits. */
  readonly isLostSales: boolean;
}

/** How long and how often a simulation runs. */
export interface SimulationLength {
  readonly periods: number;
  /** Periods before measuring starts; 0 to begin with the stock there is. */
  readonly warmup: number;
  readonly replications: number;
  /** A 32-bit number. */
  readonly seed: number;
}

/**
 * A setup that starts with stock and nothing on order, under backorders. Does not throw.
 *
 * @example plainSetup({ openingStock: 50 }, 3).receipts is [0, 0, 0]
 */
export function plainSetup(
  given: Pick<ItemSetup, 'demand' | 'leadTime' | 'rules' | 'openingStock'> & Partial<ItemSetup>,
  periods: number,
): ItemSetup {
  const nothing = new Float64Array(periods);
  const name = { item: 0, site: 0 };
  return { name, openingOnOrder: 0, receipts: nothing, seen: nothing, isLostSales: false, ...given };
}
