/** The 95 % quantile of the standard normal: a test at 90 % on both sides. */
const limitOfTest = 1.6448536269514722;

/**
 * How far the ranks of values rise or fall beyond what chance gives: the statistic of Mann and Kendall, corrected for
 * ties, over its 90 % limit; above 1 is evidence of a rise, below −1 of a fall (rule DEM-54). Ranks, so that one peak is
 * not taken for a trend. 0 with fewer than four values. O(values²), does not throw.
 * Source: Mann 1945, Econometrica 13; Kendall 1975, Rank Correlation Methods.
 *
 * @example trendEvidence(Float64Array.of(1, 2, 3, 4, 5)) ≈ 1.340
 */
export function trendEvidence(values: Float64Array): number {
  const count = values.length;
  if (count < 4) return 0;
  let rises = 0;
  for (let later = 1; later < count; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) rises += Math.sign((values[later] ?? 0) - (values[earlier] ?? 0));
  }
  const variance = (weightOfRun(count) - weightOfTies(values)) / 18;
  if (variance <= 0) return 0;
  // One unit towards 0, since the statistic is whole and the normal is not.
  return (Math.sign(rises) * Math.max(0, Math.abs(rises) - 1)) / (Math.sqrt(variance) * limitOfTest);
}

function weightOfTies(values: Float64Array): number {
  const sorted = values.slice().sort();
  let weight = 0;
  let first = 0;
  for (let index = 1; index <= sorted.length; index += 1) {
    if (index < sorted.length && sorted[index] === sorted[first]) continue;
    weight += weightOfRun(index - first);
    first = index;
  }
  return weight;
}

function weightOfRun(length: number): number {
  return length * (length - 1) * (2 * length + 5);
}
