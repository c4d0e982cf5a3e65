/** What a family of series says about how far each is to be believed. */
export interface Credibility {
  /** Mean demand per period over all known periods. */
  readonly mean: number;
  /** Variance of a period around the mean of its series. */
  readonly within: number;
  /** Variance of the means of the series around each other; 0 where chance explains all of it. */
  readonly between: number;
  /** Known periods after which a series is believed half: within ÷ between; Infinity where series do not differ. */
  readonly hold: number;
}

/**
 * How much history of an item outweighs what its family says (rule DEM-91): Bühlmann's credibility, estimated from the family itself. Series are demand per
 * period, NaN where unknown, of any length. Without two periods of any series the hold is Infinity. O(all values), does not throw.
 * Source: Bühlmann and Straub 1970; Klugman, Panjer and Willmot, Loss Models, 4th ed., section 19.2 (nonparametric estimation).
 *
 * @example credibility([Float64Array.of(3, 5, 7), Float64Array.of(6, 12, 9)]) ≈ { mean: 7, within: 6.5, between: 5.833,
 *   hold: 1.114 }
 */
export function credibility(series: readonly Float64Array[]): Credibility {
  const counts: number[] = [];
  const means: number[] = [];
  let squares = 0;
  for (const values of series) {
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length === 0) continue;
    const own = known.reduce((sum, value) => sum + value, 0) / known.length;
    counts.push(known.length);
    means.push(own);
    squares += known.reduce((sum, value) => sum + (value - own) ** 2, 0);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = total > 0 ? means.reduce((sum, own, at) => sum + own * (counts[at] ?? 0), 0) / total : 0;
  const freedom = total - counts.length;
  if (freedom <= 0 || counts.length < 2) return { mean, within: 0, between: 0, hold: Infinity };
  const within = squares / freedom;
  const spread = means.reduce((sum, own, at) => sum + (counts[at] ?? 0) * (own - mean) ** 2, 0);
  const scale = total - counts.reduce((sum, count) => sum + count * count, 0) / total;
  const between = Math.max(0, (spread - (counts.length - 1) * within) / scale);
  return { mean, within, between, hold: between > 0 ? within / between : Infinity };
}
