import type { SeasonKind } from './season-kind.ts';

/**
 * Values without their season: less the index of their season, or divided by it. The first index belongs to the first
 * value. Does not throw. Source: seasadj of the R package forecast.
 *
 * @example removeSeason(Float64Array.of(2, 9, 4), Float64Array.of(0.5, 1.5), 'multiplicative') is [4, 6, 8]
 */
export function removeSeason(values: Float64Array, indices: Float64Array, kind: SeasonKind): Float64Array {
  return values.map((value, position) => {
    const index = indices[position % indices.length] ?? 0; // within the indices
    return kind === 'additive' ? value - index : value / index;
  });
}
