import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import type { NodePolicy } from './node-policy.ts';
import { stockService, type StockService } from './stock-service.ts';

/** What a node is to expect of its parameters. */
export interface ExpectedStock extends StockService {
  /** Average stock at cost: the safety stock, as far as there is one, and half an order. */
  readonly stockValue: number;
}

/**
 * What a safety stock gives a node, with other orders or against another lead time where `policy` has them. A safety stock
 * below 0 holds nothing (POL-56). Does not throw.
 *
 * @example expectedStock(forecast, { node: 1, sigma: 9, orderQty: 40, unitCost: 5 }, 10).stockValue === 150 (10 and half of 40,
 *   at 5)
 */
export function expectedStock(forecast: ForecastViews, policy: NodePolicy, safetyStock: number): ExpectedStock {
  const stockValue = (Math.max(0, safetyStock) + policy.orderQty / 2) * policy.unitCost;
  return { ...stockService(forecast, policy.node, safetyStock, policy), stockValue };
}

/** Where nothing can be said of service or stock. */
export const unknownStock: ExpectedStock = { cycleService: NaN, fillRate: NaN, stockValue: 0 };
