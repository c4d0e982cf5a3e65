import { normalDensity } from '#core/statistics/normal-cumulative.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import { exceedanceAtMost, lossAtMost, lossAtZero, mostFactor, type ServiceColumns } from './service-items.ts';

/** What all items together are short of and hold. */
export interface ServiceTotals {
  /** Weighted shortage over the time of the demand. */
  readonly shortage: number;
  /** Value of the safety stocks. */
  readonly value: number;
}

/**
 * The best safety factors when a unit short costs `multiplier`: each k where a unit more in safety stock costs what it
 * saves, v = λ·w·(D ÷ Q)·P(Z > k), within 0 to 4. Writes them into `factors` (one per column entry) if given. O(n), does
 * not throw. Source: Silver, Pyke and Thomas, 4th ed., chapter 7 (allocation of safety stock); notation of Everett 1963.
 *
 * @example const factors = new Float64Array(1);
 *   marginalFactors({ ratio: [0.6], shortagePerLoss: [40], mostShortage: [100], valuePerFactor: [24] }, 6, factors);
 *   factors ≈ [1.2816]
 */
export function marginalFactors(columns: ServiceColumns, multiplier: number, factors?: Float64Array): ServiceTotals {
  const { ratio, shortagePerLoss, mostShortage, valuePerFactor } = columns;
  let shortage = 0;
  let value = 0;
  for (let at = 0; at < ratio.length; at += 1) {
    const exceedance = ratio[at]! / multiplier; // inside the loop's bound, here and below
    let factor = 0;
    let loss = lossAtZero;
    if (exceedance <= exceedanceAtMost) {
      factor = mostFactor;
      loss = lossAtMost;
    } else if (exceedance < 0.5) {
      factor = -normalQuantile(exceedance);
      loss = normalDensity(factor) - factor * exceedance;
    }
    if (factors !== undefined) factors[at] = factor;
    shortage += Math.min(mostShortage[at]!, shortagePerLoss[at]! * loss);
    value += valuePerFactor[at]! * factor;
  }
  return { shortage, value };
}
