import { invariant } from '#core/base/invariant.ts';
import { normalDensity, normalExceedance } from './normal-cumulative.ts';

/**
 * The standard normal loss G(k) = E[(Z - k)⁺] = φ(k) - k·(1 - Φ(k)): the expected shortage per cycle in standard
 * deviations. The complement E[(k - Z)⁺] is G(-k). Relative accuracy about 1e-15·k². Does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., appendix C.
 *
 * @example normalLoss(1) ≈ 0.08331547058768629
 */
export function normalLoss(k: number): number {
  return Math.max(0, normalDensity(k) - k * normalExceedance(k));
}

/**
 * The second-order standard normal loss ½·E[((Z - k)⁺)²] = ½·((k² + 1)·(1 - Φ(k)) - k·φ(k)): the integral of the loss
 * above k. Relative accuracy about 1e-15·k⁴. Does not throw. Source: as for `normalLoss`.
 *
 * @example secondOrderNormalLoss(0) ≈ 0.25
 */
export function secondOrderNormalLoss(k: number): number {
  return Math.max(0, 0.5 * ((k * k + 1) * normalExceedance(k) - k * normalDensity(k)));
}

/**
 * The k at which the standard normal loss is `loss`, above 0; negative where the loss is more than that of k = 0.
 * A loss of 0 or less is a bug of the caller. Newton's method: on the loss below k = 0, on its logarithm above, as
 * there the loss falls like an exponential. Source: as for `normalLoss`; the table of Silver, Pyke and Thomas, 4th ed.,
 * appendix II, backwards.
 *
 * @example inverseNormalLoss(0.08) ≈ 1.0212388775430128
 */
export function inverseNormalLoss(loss: number): number {
  invariant(loss > 0, 'a normal loss is above 0');
  const isBelowZero = loss > normalLoss(0);
  let k = isBelowZero ? -loss : 0;
  for (let round = 0; round < 100; round += 1) {
    const found = normalLoss(k);
    const step = isBelowZero ? (found - loss) / normalExceedance(k) : (Math.log(found / loss) * found) / normalExceedance(k);
    k += step;
    if (Math.abs(step) <= 1e-15 * (1 + Math.abs(k))) break;
  }
  return k;
}
