import { invariant } from '#core/base/invariant.ts';
import type { Distribution } from './distribution.ts';

/**
 * The x at which the loss E[(X - x)⁺] is `loss`, above 0; below the mean where much may be short. The loss is convex and
 * falls, so Newton's method from the left never passes the answer. Between whole numbers the loss of a count is a
 * straight line. A loss of 0 or less is a bug of the caller.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C, for the slope of the loss.
 *
 * @example inverseLoss(normalDistribution(100, 25), 2) ≈ 125.53 (Nahmias, Production and Operations Analysis, chapter 5)
 */
export function inverseLoss(distribution: Distribution, loss: number): number {
  invariant(loss > 0, 'a loss is above 0');
  let x = distribution.mean - loss;
  for (let round = 0; round < 200; round += 1) {
    const excess = distribution.loss(x) - loss;
    const slope = 1 - distribution.cumulative(x);
    if (!(excess > 0) || !(slope > 0)) break;
    x += excess / slope;
    if (excess / slope <= 1e-15 * Math.abs(x)) break;
  }
  return x;
}
