import type { SmoothingForm } from './smoothing-form.ts';
import type { SmoothingState } from './smoothing-state.ts';

/**
 * Adds `weight` times the forecast of a model to `out`, one element per period from `period` (periods since the start of
 * the series, which gives the phase of the season). Does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, table 2.1.
 *
 * @example const out = Float64Array.of(1, 1);
 *   addSmoothingForecast({ season: 'none' }, 1, { level: 5, trend: 2, season: [1] }, 0, 0.5, out);
 *   out is [4.5, 5.5]
 */
export function addSmoothingForecast(
  form: SmoothingForm,
  phi: number,
  { level, trend, season }: SmoothingState,
  period: number,
  weight: number,
  out: Float64Array,
): void {
  let damping = 0;
  let power = 1;
  for (let step = 0; step < out.length; step += 1) {
    power *= phi;
    damping += power;
    const base = level + damping * trend;
    const factor = season[(period + step) % season.length] ?? 0;
    const value = form.season === 'additive' ? base + factor : form.season === 'multiplicative' ? base * factor : base;
    out[step] = (out[step] ?? 0) + weight * value;
  }
}
