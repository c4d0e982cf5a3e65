import type { SeasonKind } from './season-kind.ts';

/**
 * Puts the season back into the first `horizon` forecasts of `out`, in place; the first of them lies `after` periods
 * after the value to which the first index belongs. Returns `out`; does not throw. The inverse of `removeSeason`.
 *
 * @example restoreSeason(Float64Array.of(4, 6), 2, Float64Array.of(0.5, 1.5), 'multiplicative', 3) is [6, 3]
 */
export function restoreSeason(
  out: Float64Array,
  horizon: number,
  indices: Float64Array,
  kind: SeasonKind,
  after: number,
): Float64Array {
  for (let step = 0; step < horizon; step += 1) {
    const index = indices[(after + step) % indices.length] ?? 0;
    const forecast = out[step] ?? 0;
    out[step] = kind === 'additive' ? forecast + index : forecast * index;
  }
  return out;
}
