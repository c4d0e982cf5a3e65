/** What is wrong on purpose, so that tests and people can look whether it is found. */
export type ProblemKind =
  | 'negative_stock'
  | 'late_purchase_order'
  | 'excess_beside_shortage'
  | 'wrong_lead_time'
  | 'expired_lot'
  | 'demand_outlier'
  | 'supply_far_too_late';

export interface PlantedProblem {
  readonly kind: ProblemKind | 'duplicate_supplier';
  readonly itemId: string;
  readonly siteId: string;
  readonly text: string;
}

const kinds: readonly ProblemKind[] = [
  'negative_stock',
  'late_purchase_order',
  'excess_beside_shortage',
  'wrong_lead_time',
  'expired_lot',
  'demand_outlier',
  'supply_far_too_late',
];

/** Every so many items one has a problem; each kind returns after seven of them. */
const itemsPerProblem = 23;
/** Problems in a company of any size: enough to find, few enough to list. */
const mostProblems = 42;

/** The problem planted at an item, or undefined for nearly all. @example problemOf(0) === 'negative_stock' */
export function problemOf(index: number): ProblemKind | undefined {
  const problem = index / itemsPerProblem;
  return Number.isInteger(problem) && problem < mostProblems ? kinds[problem % kinds.length] : undefined;
}

/** Items that have to be looked at to list every planted problem. */
export const itemsWithProblems = itemsPerProblem * mostProblems;
