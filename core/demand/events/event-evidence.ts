/** What the past of one series says about an event. */
export interface EventEvidence {
  /** Buckets in which the event held and the demand is known. */
  readonly buckets: number;
  /** Demand of these buckets. */
  readonly observed: number;
  /** What they would have had without the event. */
  readonly baseline: number;
  /** The part of the baseline that lay on days of the event. */
  readonly exposure: number;
  /** Variance of `observed` less `baseline` that chance alone would give. */
  readonly variance: number;
}

/** An event that never held. */
export const noEvidence: EventEvidence = { buckets: 0, observed: 0, baseline: 0, exposure: 0, variance: 0 };

/** Buckets without an event that stand for the baseline of one with it, on each side. */
const neighbours = 6;

/**
 * Compares the buckets of an event with the mean of up to six known buckets on each side in which no event held (rule DEM-87).
 * `shares` is the share of each bucket on whose days this event held, `others` that of all events, this one among them; values are demand
 * per bucket, NaN where unknown. Buckets in which another event holds beside this one say nothing about either. Does not throw.
 * Source: ratio to a baseline as in Cooper et al. 1999, Marketing Science 18 (promotion-event forecasting).
 *
 * @example eventEvidence(Float64Array.of(10, 25, 10), Float64Array.of(0, 1, 0)) is { buckets: 1, observed: 25, baseline: 10,
 *   exposure: 10, variance: 0 }
 */
export function eventEvidence(values: Float64Array, shares: Float64Array, others: Float64Array = shares): EventEvidence {
  let evidence = noEvidence;
  for (let bucket = 0; bucket < values.length; bucket += 1) {
    const share = shares[bucket] ?? 0;
    const value = values[bucket] ?? NaN;
    if (!(share > 0) || Number.isNaN(value) || (others[bucket] ?? 0) > share) continue;
    const around = valuesAround(values, others, bucket);
    if (around.length === 0) continue;
    const mean = around.reduce((sum, one) => sum + one, 0) / around.length;
    const squares = around.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    evidence = addEvidence(evidence, {
      buckets: 1,
      observed: Math.max(0, value),
      baseline: mean,
      exposure: share * mean,
      // One value says nothing about chance; taking the mean for its variance is what counts do.
      variance: (around.length > 1 ? squares / (around.length - 1) : mean) * (1 + 1 / around.length),
    });
  }
  return evidence;
}

/**
 * The evidence of two series, or of two events alike, together: what is known of an event over a family. Does not throw.
 * Source: DEM-87; variances of independent errors add up.
 *
 * @example addEvidence(noEvidence, { buckets: 1, observed: 25, baseline: 10, exposure: 10, variance: 0 }).observed === 25
 */
export function addEvidence(one: EventEvidence, other: EventEvidence): EventEvidence {
  return {
    buckets: one.buckets + other.buckets,
    observed: one.observed + other.observed,
    baseline: one.baseline + other.baseline,
    exposure: one.exposure + other.exposure,
    variance: one.variance + other.variance,
  };
}

function valuesAround(values: Float64Array, others: Float64Array, at: number): number[] {
  const found: number[] = [];
  for (const direction of [-1, 1]) {
    let count = 0;
    for (let bucket = at + direction; bucket >= 0 && bucket < values.length && count < neighbours; bucket += direction) {
      const value = values[bucket] ?? NaN;
      if ((others[bucket] ?? 0) > 0 || Number.isNaN(value)) continue;
      found.push(Math.max(0, value));
      count += 1;
    }
  }
  return found;
}
