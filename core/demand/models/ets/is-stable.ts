import type { EtsConstants } from './ets-parameters.ts';
import { areRootsInside } from '#core/demand/models/are-roots-inside.ts';

/**
 * Whether the forecasts of a model forget the start states: all roots of its characteristic polynomial lie inside the unit
 * circle. `period`: periods per season, 0 or 1 without season; the constants within their usual ranges, with which a model
 * without season is always stable. O(period²), does not throw.
 * Source: Hyndman, Akram and Archibald 2008, The admissible parameter space for exponential smoothing models, Annals of
 * the Institute of Statistical Mathematics 60.
 *
 * @example isStable({ alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 1 }, 12) === true
 */
export function isStable({ alpha, beta, gamma, phi: damping }: EtsConstants, period: number): boolean {
  if (period < 2) return true;
  // Without trend its damping would be a root that belongs to no state.
  const phi = beta === 0 ? 0 : damping;
  // The paper damps the trend after a value, this form before it: its constant is φ · beta here.
  const slope = phi * beta;
  const polynomial = new Float64Array(period + 2).fill(alpha + slope - alpha * phi);
  polynomial[0] = 1;
  polynomial[1] = alpha + slope - phi;
  polynomial[period] = alpha + slope - alpha * phi + gamma - 1;
  polynomial[period + 1] = phi * (1 - alpha - gamma);
  return areRootsInside(polynomial);
}
