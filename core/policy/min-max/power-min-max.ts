import { invariant } from '#core/base/invariant.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import type { MinMaxLevels } from './min-max-levels.ts';

/** Demand per period and until the next order has arrived (lead time and a period), in units. */
export interface PowerMinMaxInputs {
  readonly orderCost: number;
  readonly holdingCost: number;
  readonly stockoutCost: number;
  readonly demandMean: number;
  readonly protectionMean: number;
  readonly protectionSd: number;
  /** Where a lot covers less than one and a half periods: no level above the order-up-to level without order cost. */
  readonly capsSmallLots: boolean;
}

/**
 * Near-optimal min-max levels in closed form, fitted to the optima of many systems. Snyder and Shen leave the cap on small
 * lots out, Ehrhardt and Mosier have it; without it stock that is ordered every period anyway stands too high.
 * Costs, means and the deviation are above 0 (else a bug of the caller).
 * Source: Ehrhardt and Mosier 1984, Management Science 30; Snyder and Shen, 2nd ed., section 4.4.
 *
 * @example powerMinMax({ orderCost: 2.5, holdingCost: 0.18, stockoutCost: 0.7, demandMean: 50, protectionMean: 50,
 *   protectionSd: 8, capsSmallLots: false }) ≈ { min: 40.1946, max: 74.2902 } (Snyder and Shen, example 4.8)
 */
export function powerMinMax(inputs: PowerMinMaxInputs): MinMaxLevels {
  const { orderCost, holdingCost, stockoutCost, demandMean, protectionMean, protectionSd, capsSmallLots } = inputs;
  invariant(
    Math.min(orderCost, holdingCost, stockoutCost, demandMean, protectionMean, protectionSd) > 0,
    'the power approximation needs values above 0',
  );
  const spread = 1 + (protectionSd / demandMean) ** 2;
  const lot = 1.3 * demandMean ** 0.494 * (orderCost / holdingCost) ** 0.506 * spread ** 0.116;
  const z = Math.sqrt((lot * holdingCost) / (protectionSd * stockoutCost));
  const min = 0.973 * protectionMean + protectionSd * (0.183 / z + 1.063 - 2.192 * z);
  if (!capsSmallLots || lot / demandMean >= 1.5) return { min, max: min + lot };
  const cap = protectionMean + normalQuantile(stockoutCost / (stockoutCost + holdingCost)) * protectionSd;
  return { min: Math.min(min, cap), max: Math.min(min + lot, cap) };
}
