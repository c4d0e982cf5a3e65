import { inverseNormalLoss, normalLoss } from '#core/statistics/normal-loss.ts';

const mostDeviations = 4;
const leastLoss = normalLoss(mostDeviations);
const mostLoss = normalLoss(0);

/**
 * The factor k of a safety stock at which the standard normal loss is `loss`, bounded to 0 ≤ k ≤ 4: a negative safety
 * stock is not held, and beyond 4 the normal says nothing about real demand. Does not throw.
 * Source: definition of the type-2 service level, Silver, Pyke and Thomas, 4th ed., section 6.
 *
 * @example fillFactor(0.1333333) ≈ 0.7405 (its normal loss is 0.1333)
 */
export function fillFactor(loss: number): number {
  if (loss >= mostLoss) return 0;
  return loss > leastLoss ? inverseNormalLoss(loss) : mostDeviations;
}
