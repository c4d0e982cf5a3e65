import { invariant } from './invariant.ts';

/**
 * Quantities are computed as whole numbers of grains, held in doubles: exact to 2^53.
 * One grain is a thousandth of the smallest quantity that can be ordered, so that a forecast of 10 over
 * 7 days still adds up to 10 while orders stay whole in the item's decimals.
 */
export type Grains = number;

/** Grains in one orderable step (the last of the item's decimals). */
export const grainsPerStep = 1000;

const scales = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** The most decimals an item may have. */
export const maxDecimals = 6;

/**
 * Grains per stock unit for an item with the given decimals. Does not throw for 0 to 6 decimals.
 *
 * @example grainsPerUnit(0) === 1000; grainsPerUnit(2) === 100000
 */
export function grainsPerUnit(decimals: number): number {
  const scale = scales[decimals];
  invariant(scale !== undefined, `decimals ${decimals} outside 0 to ${maxDecimals}`);
  return scale;
}

/**
 * Stock units to grains, rounded to the nearest grain (half away from zero, so that signs are symmetric).
 *
 * @example toGrains(0.29, 2) === 29000
 */
export function toGrains(units: number, decimals: number): Grains {
  const scaled = Math.abs(units) * grainsPerUnit(decimals);
  // 0.29 * 100000 is 28999.999999999996: one relative ulp is added before rounding.
  const rounded = Math.floor(scaled * (1 + 2 ** -52) + 0.5);
  return units < 0 ? -rounded : rounded;
}

/** Grains to stock units as the nearest double. @example fromGrains(29000, 2) === 0.29 */
export function fromGrains(grains: Grains, decimals: number): number {
  return grains / grainsPerUnit(decimals);
}

/**
 * Grains as decimal text without a trailing zero, exact to the last grain; what files and screens show.
 *
 * @example formatGrains(1428571, 0) === '1428.571'; formatGrains(200000, 0) === '200'
 */
export function formatGrains(grains: Grains, decimals: number): string {
  const places = decimals + 3;
  const sign = grains < 0 ? '-' : '';
  const digits = String(Math.abs(grains)).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return fraction === '' ? `${sign === '-' && grains !== 0 ? '-' : ''}${whole}` : `${sign}${whole}.${fraction}`;
}

/**
 * The least multiple of `step` at or above `grains` (both in grains, step > 0); zero and below give 0.
 * Exact: integers in doubles, one division only to find the count, then corrected.
 *
 * @example roundUpTo(201000, 12000) === 204000; roundUpTo(200000, 1000) === 200000
 */
export function roundUpTo(grains: Grains, step: Grains): Grains {
  // The quotient of whole numbers below 2^52 never rounds up to a whole number it does not reach.
  return grains <= 0 ? 0 : Math.ceil(grains / step) * step;
}
