import type { ArimaOrder } from './arima-order.ts';
import { chooseDifferences } from './choose-differences.ts';
import { fitArima, type FittedArima } from './fit-arima.ts';

const mostOrder = 5;
const mostSeasonalOrder = 2;

/** The moves of the search in the order in which they are tried: first of the seasonal orders, then of the others. */
const moves = [
  ['seasonalP', 'seasonalQ'],
  ['p', 'q'],
] as const satisfies readonly (readonly [keyof ArimaOrder, keyof ArimaOrder])[];
const directions = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const;

/**
 * The ARIMA model found by the stepwise search for the least AICc (rule DEM-39): differences by tests, four simple models
 * to begin with, then always the first neighbour that is better; models with a root near the unit circle are left out.
 * Null where none can be fitted. Dozens of fits, a second for a seasonal history; does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27; auto.arima of the R package forecast.
 *
 * @example arimaName(selectArima(Float64Array.of(3, 5, 4, 7, 9, 8, 11, 12, 15, 14, 16, 19), 1).order)
 *   === 'ARIMA(0,1,0) with drift'
 */
export function selectArima(values: Float64Array, period: number): FittedArima | null {
  const { seasonal, regular, differenced } = chooseDifferences(values, period);
  const third = Math.floor(values.length / 3);
  const mostSeasonal = period > 1 ? Math.min(mostSeasonalOrder, Math.floor(third / period)) : 0;
  const mostOwn = Math.min(mostOrder, third, mostSeasonal > 0 ? period - 1 : mostOrder);
  const canHaveMean = regular + seasonal <= 1;
  const seen = new Set<string>();
  let best: FittedArima | null = null;

  const orderOf = (p: number, q: number, seasonalP: number, seasonalQ: number, hasMean = canHaveMean): ArimaOrder => ({
    p: Math.min(p, mostOwn),
    d: regular,
    q: Math.min(q, mostOwn),
    seasonalP: Math.min(seasonalP, mostSeasonal),
    seasonalD: seasonal,
    seasonalQ: Math.min(seasonalQ, mostSeasonal),
    period: period > 1 ? period : 1,
    hasMean,
  });

  /** Whether the model is a new one and better than the best so far, which it then becomes. */
  function isBetter(order: ArimaOrder): boolean {
    const key = JSON.stringify(order);
    if (seen.has(key)) return false;
    seen.add(key);
    const fitted = fitArima(differenced, order);
    if (fitted === null || fitted.isNearUnitRoot || !(fitted.aicc < (best?.aicc ?? Infinity))) return false;
    best = fitted;
    return true;
  }

  const starts = [orderOf(2, 2, 1, 1), orderOf(0, 0, 0, 0), orderOf(1, 0, 1, 0), orderOf(0, 1, 0, 1)];
  if (canHaveMean) starts.push(orderOf(0, 0, 0, 0, false));
  // The search goes on with a mean even from the model without, as the reference does.
  const first = starts.filter(isBetter).at(-1);
  let at = first && { ...first, hasMean: canHaveMean };

  function neighboursOf(order: ArimaOrder): ArimaOrder[] {
    const found = moves.flatMap(([one, other]) =>
      directions.map(([step, otherStep]) => ({ ...order, [one]: order[one] + step, [other]: order[other] + otherStep })),
    );
    if (canHaveMean) found.push({ ...order, hasMean: !order.hasMean });
    return found.filter(
      ({ p, q, seasonalP, seasonalQ }) =>
        Math.min(p, q, seasonalP, seasonalQ) >= 0 && Math.max(p, q) <= mostOwn && Math.max(seasonalP, seasonalQ) <= mostSeasonal,
    );
  }
  while (at !== undefined) at = neighboursOf(at).find(isBetter);
  return best;
}
