/**
 * The installation base-stock levels that do the same as the given echelon levels in a serial system, both from the customers' end
 * upwards: an echelon's level counts the stock of all stages below it, and a level above that of a stage further up is never
 * reached. O(stages), does not throw.
 * Source: Axsäter and Rosling 1993, Installation vs. echelon stock policies for multilevel inventory control, Management Science 39;
 * Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 6.2.
 *
 * @example localLevels([6.484, 12.028, 22.698]) ≈ [6.484, 5.544, 10.67]
 */
export function localLevels(echelonLevels: readonly number[]): readonly number[] {
  const reached = [...echelonLevels];
  for (let stage = reached.length - 2; stage >= 0; stage -= 1) {
    reached[stage] = Math.min(reached[stage] ?? 0, reached[stage + 1] ?? 0);
  }
  return reached.map((level, stage) => level - (stage === 0 ? 0 : (reached[stage - 1] ?? 0)));
}
