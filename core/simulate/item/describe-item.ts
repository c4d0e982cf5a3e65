import type { Estimate, Estimator } from '#core/simulate/estimate/estimate.ts';
import type { ItemFigures } from './item-figures.ts';

/** What stock costs; money per unit and period, per unit, per order. */
export interface ItemCosts {
  readonly holding: number;
  /** Per unit that waits at the end of a period, or per unit lost. */
  readonly shortage: number;
  readonly order: number;
}

/** The usual measures of one item-location, each with its interval; ratios are undefined where there is nothing to divide by. */
export interface ItemDescription {
  /** Served at once from stock, as a share of all that customers and other item-locations asked for. */
  readonly fillRate: Estimate | undefined;
  /** Times between two receipts without unserved demand, as a share of all of them. */
  readonly cycleService: Estimate | undefined;
  /** Share of periods that end without backorders and lost nothing. */
  readonly readyRate: Estimate;
  readonly onHand: Estimate;
  readonly backorders: Estimate;
  readonly ordersPerPeriod: Estimate;
  readonly lostPerPeriod: Estimate;
  readonly costPerPeriod: Estimate;
}

/**
 * Describes an item-location by the figures of all its replications, each over `periods` measured periods. Does not throw.
 * Source: product definitions of fill rate (β), cycle service (α) and ready rate; Silver, Pyke and Thomas, 4th ed., section 6.
 *
 * @example const figures = createFigures(1);
 *   figures.demand[0] = 20;
 *   figures.filled[0] = 18;
 *   describeItem(figures, 10, { holding: 0, shortage: 0, order: 0 }, createEstimator(1)).fillRate.mean === 0.9
 */
export function describeItem(figures: ItemFigures, periods: number, costs: ItemCosts, estimator: Estimator): ItemDescription {
  const perPeriod = (column: Float64Array): Estimate => estimator.mean(column.map((value) => value / periods));
  return {
    fillRate: estimator.ratio(sumOf(figures.filled, figures.sent), sumOf(figures.demand, figures.asked)),
    cycleService: estimator.ratio(figures.servedCycles, figures.cycles),
    readyRate: perPeriod(figures.shortPeriods.map((short) => periods - short)),
    onHand: perPeriod(figures.onHand),
    backorders: perPeriod(figures.backorders),
    ordersPerPeriod: perPeriod(figures.orders),
    lostPerPeriod: perPeriod(figures.lost),
    costPerPeriod: perPeriod(costsOf(figures, costs)),
  };
}

function sumOf(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, index) => value + (other[index] ?? 0));
}

/**
 * The cost of each replication over all its measured periods, money. Does not throw.
 * Source: SIM-28.
 *
 * @example const figures = createFigures(1);
 *   figures.onHand[0] = 8;
 *   figures.lost[0] = 2;
 *   costsOf(figures, { holding: 0.5, shortage: 9, order: 40 }) is [22]
 */
export function costsOf(figures: ItemFigures, { holding, shortage, order }: ItemCosts): Float64Array {
  return figures.onHand.map((onHand, replication) => {
    const unserved = (figures.backorders[replication] ?? 0) + (figures.lost[replication] ?? 0);
    return holding * onHand + shortage * unserved + order * (figures.orders[replication] ?? 0);
  });
}
