const inverseRootOfTwoPi = 0.3989422804014327;

/**
 * The standard normal loss G(k) = φ(k) − k·(1 − Φ(k)): the expected shortage per cycle in standard deviations.
 * Φ by Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8. Does not throw.
 *
 * @example normalLoss(0) ≈ 0.39894
 */
export function normalLoss(k: number): number {
  const density = inverseRootOfTwoPi * Math.exp(-0.5 * k * k);
  const t = 1 / (1 + 0.2316419 * Math.abs(k));
  const above = density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return density - k * (k >= 0 ? above : 1 - above);
}

/**
 * The k at which the loss is `loss`, bounded to 0 ≤ k ≤ 4: a negative safety stock is not held, and beyond 4 the
 * normal says nothing about real demand. Bisection of 40 steps, so that every machine gives the same bits.
 * Source: definitions of the type-2 service level, Silver, Pyke and Thomas, 4th ed., section 6.
 *
 * @example factorForLoss(0.1333333) ≈ 0.7405 (G of it is 0.1333)
 */
export function factorForLoss(loss: number): number {
  let low = 0;
  let high = 4;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (normalLoss(middle) > loss) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
