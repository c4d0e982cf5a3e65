/** The orders of a seasonal ARIMA model: autoregression, differences and moving average, of periods and of seasons. */
export interface ArimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly seasonalP: number;
  readonly seasonalD: number;
  readonly seasonalQ: number;
  /** Periods per season, 1 for none. */
  readonly period: number;
  /** Whether the differenced values have a mean other than 0: a drift where they are differenced once. */
  readonly hasMean: boolean;
}

/**
 * The usual name of a model. Does not throw.
 * Source: notation of the R package forecast.
 *
 * @example arimaName({ p: 2, d: 1, q: 1, seasonalP: 0, seasonalD: 1, seasonalQ: 0, period: 12, hasMean: false })
 *   === 'ARIMA(2,1,1)(0,1,0)[12]'
 */
export function arimaName({ p, d, q, seasonalP, seasonalD, seasonalQ, period, hasMean }: ArimaOrder): string {
  const season = seasonalP + seasonalD + seasonalQ > 0 ? `(${seasonalP},${seasonalD},${seasonalQ})[${period}]` : '';
  const mean = !hasMean ? '' : d + seasonalD > 0 ? ' with drift' : ' with non-zero mean';
  return `ARIMA(${p},${d},${q})${season}${mean}`;
}
