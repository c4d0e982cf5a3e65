import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { normalFactor } from './normal-factor.ts';

/** What a safety stock gives, as shares of 0 to 1. */
export interface StockService {
  /** Chance that lead time and review pass without shortage. */
  readonly cycleService: number;
  /** Share of demand delivered from stock. */
  readonly fillRate: number;
}

/** What a safety stock stands against; quantities in one unit. */
export interface StockRisk {
  /** Deviation of demand over lead time and review. */
  readonly sigma: number;
  /** The usual order quantity. */
  readonly orderQty: number;
}

const unthreatened: StockService = { cycleService: 1, fillRate: 1 };
const hopeless: StockService = { cycleService: 0, fillRate: 0 };

/**
 * The service to expect of a safety stock, which may be below 0: Φ(k) of its normal factor, and
 * 1 - σ·(G(k) - G(k + Q ÷ σ)) ÷ Q, what was short already before an order not counted twice (POL-51, POL-12). Without
 * deviation or orders any stock that is not below 0 is enough, and any other is not. Does not throw.
 * Source: Silver, Pyke and Thomas, 4th ed., section 6.
 *
 * @example const views = { forecastFactor: Float64Array.from({ length: 17 }, (_, step) => step / 4), forecastSd: [1] };
 *   stockService(views, 0, 125.611, { sigma: 134.164, orderQty: 250 }).fillRate ≈ 0.9500
 */
export function stockService(
  views: ForecastViews,
  node: number,
  safetyStock: number,
  { sigma, orderQty }: StockRisk,
): StockService {
  if (!(sigma > 0 && orderQty > 0)) return safetyStock >= 0 ? unthreatened : hopeless;
  const k = normalFactor(views, node, safetyStock / sigma);
  const short = (sigma * (normalLoss(k) - normalLoss(k + orderQty / sigma))) / orderQty;
  return { cycleService: normalCumulative(k), fillRate: Math.min(1, Math.max(0, 1 - short)) };
}
