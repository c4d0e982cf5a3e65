import { normalDensity, normalExceedance } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { normalQuantile } from '#core/statistics/normal-quantile.ts';
import type { ServiceTotals } from './marginal-factors.ts';
import { lossAtMost, lossAtZero, mostFactor, type ServiceColumns } from './service-items.ts';

const lowEnd = Math.log(normalExceedance(mostFactor));
const highEnd = Math.log(0.5);

/** With so many cells the cubic between two points is off by about 1e-12. */
const cellCount = 4096;
const cellsPerLogarithm = cellCount / (highEnd - lowEnd);

/** Per point of the logarithm of P(Z > k): k and G(k), each followed by its slope times the width of a cell. */
const points = tabulate();

function tabulate(): Float64Array {
  const table = new Float64Array(4 * (cellCount + 1));
  for (let point = 0; point <= cellCount; point += 1) {
    const exceedance = Math.exp(lowEnd + point / cellsPerLogarithm);
    const factor = -normalQuantile(exceedance);
    const slope = -exceedance / normalDensity(factor);
    table.set([factor, slope / cellsPerLogarithm, normalLoss(factor), (-exceedance * slope) / cellsPerLogarithm], 4 * point);
  }
  return table;
}

/**
 * The totals of `marginalFactors` for the multiplier e^`logMultiplier`, from a table: a search and a curve ask for
 * them tens of times, and the normal quantile is most of the work. Both agree to about 1e-11 of the totals.
 * O(items), does not throw.
 * Source: as for `marginalFactors`.
 *
 * @example marginalTotals({ logRatio: [Math.log(0.6)], shortagePerLoss: [40], mostShortage: [100], valuePerFactor: [24] },
 *   Math.log(6)) ≈ { shortage: 1.89373, value: 30.7572 }
 */
export function marginalTotals(columns: ServiceColumns, logMultiplier: number): ServiceTotals {
  const { logRatio, shortagePerLoss, mostShortage, valuePerFactor } = columns;
  let shortage = 0;
  let value = 0;
  for (let at = 0; at < logRatio.length; at += 1) {
    const place = (logRatio[at]! - logMultiplier - lowEnd) * cellsPerLogarithm; // inside the loop's bound, here and below
    let factor = 0;
    let loss = lossAtZero;
    if (!(place > 0)) {
      factor = mostFactor;
      loss = lossAtMost;
    } else if (place < cellCount) {
      const cell = Math.trunc(place);
      const x = place - cell;
      const rest = 1 - x;
      // The cubic with the values and slopes of both points (Hermite).
      const left = (1 + 2 * x) * rest * rest;
      const leftSlope = x * rest * rest;
      const right = x * x * (3 - 2 * x);
      const rightSlope = -x * x * rest;
      const point = 4 * cell;
      factor =
        left * points[point]! + leftSlope * points[point + 1]! + right * points[point + 4]! + rightSlope * points[point + 5]!;
      loss =
        left * points[point + 2]! + leftSlope * points[point + 3]! + right * points[point + 6]! + rightSlope * points[point + 7]!;
    }
    const missing = shortagePerLoss[at]! * loss;
    const most = mostShortage[at]!;
    shortage += missing < most ? missing : most;
    value += valuePerFactor[at]! * factor;
  }
  return { shortage, value };
}
