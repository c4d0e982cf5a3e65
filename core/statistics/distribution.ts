/**
 * A random quantity, demand for example, in one unit throughout. Functions do not throw for a number x; a probability
 * outside 0 to 1 is a bug of the caller. A distribution keeps no state: asking does not change it.
 */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  /** P(X ≤ x). */
  cumulative(x: number): number;
  /** The least x with P(X ≤ x) ≥ q; 0 gives the lower end of what is possible, 1 the upper. */
  quantile(q: number): number;
  /** E[(X - x)⁺]: what is short of a stock of x. */
  loss(x: number): number;
  /** E[(x - X)⁺]: what is left of a stock of x. */
  complementaryLoss(x: number): number;
}

/** A distribution without steps. */
export interface ContinuousDistribution extends Distribution {
  /** ½·E[((X - x)⁺)²]: the integral of the loss from x on. */
  secondOrderLoss(x: number): number;
}

/** A distribution over whole numbers. */
export interface CountDistribution extends Distribution {
  /** P(X = n); 0 where n is not whole. */
  probability(n: number): number;
}

/** Sums of probabilities miss a round share by some last digits, and the quantile must not jump a step for that. */
export const quantileSlack = 1e-14;
