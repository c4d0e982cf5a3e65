/**
 * The levels by place from the echelon levels, upstream first: a stage holds what its echelon has beyond the next, no
 * echelon counting for more than those above it let through. In units; does not throw.
 * Source: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., section 6.2.
 *
 * @example localLevels([22, 12, 15]) is [10, 0, 12]
 */
export function localLevels(echelonLevels: readonly number[]): readonly number[] {
  let least = Infinity;
  const kept = echelonLevels.map((level) => (least = Math.min(least, level)));
  return kept.map((level, stage) => level - (kept[stage + 1] ?? 0));
}
