/** With fewer weeks to compare, chance decides the ratio. */
const leastWeeks = 13;

/**
 * How much wider a total scatters than independent parts would (rule DEM-107): the variance of the total's changes from week to week over the sum of the
 * variances of its parts' changes, which is 1 plus twice the sum of their covariances over that of their variances. At least 1, so that parts
 * that happened to offset each other promise nothing; 1 for fewer than 13 weeks. `moves`: per week the sum of the changes of all parts of which
 * both weeks are known, `squares`: the sum of their squares, in any unit. O(weeks), does not throw.
 * Source: variance of a sum, Wooldridge 2013, Introductory Econometrics, 5th ed., appendix B.4.
 *
 * @example movementRatio(new Float64Array(13).fill(2), new Float64Array(13).fill(2)) === 2 (two parts that always change alike,
 *   by 1)
 */
export function movementRatio(moves: ArrayLike<number>, squares: ArrayLike<number>): number {
  let [together, apart, weeks] = [0, 0, 0];
  for (let week = 0; week < moves.length; week += 1) {
    if (!((squares[week] ?? 0) > 0)) continue;
    together += (moves[week] ?? 0) ** 2;
    apart += squares[week] ?? 0;
    weeks += 1;
  }
  return weeks < leastWeeks ? 1 : Math.max(1, together / apart);
}
