import { polynomial } from './polynomial.ts';

const near = {
  above: [0.18577770618460315, 3.1611237438705655, 113.86415415105014, 377.485237685302, 3209.3775891384694],
  below: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
} as const;
const middle = {
  above: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
    1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  below: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597, 4362.619090143247,
    3439.3676741437216, 1230.3393548037495,
  ],
} as const;
const far = {
  above: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
    0.0006587491615298378,
  ],
  below: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
} as const;
const inverseRootOfPi = 0.5641895835477563;

/**
 * erf(x) = 2/√π ∫₀ˣ e^(-t²) dt, to the last digits of a double. Does not throw.
 * Source: Cody 1969, Rational Chebyshev approximations for the error function, Mathematics of Computation 23.
 *
 * @example errorFunction(0.5) ≈ 0.5204998778130465
 */
export function errorFunction(x: number): number {
  if (Math.abs(x) <= 0.46875) return (x * polynomial(near.above, x * x)) / polynomial(near.below, x * x);
  return x > 0 ? 1 - complementaryErrorFunction(x) : complementaryErrorFunction(-x) - 1;
}

/**
 * erfc(x) = 1 - erf(x), with full relative accuracy also where it is tiny. Does not throw. Source: as for `errorFunction`.
 *
 * @example complementaryErrorFunction(2) ≈ 0.004677734981047266
 */
export function complementaryErrorFunction(x: number): number {
  if (x < -0.46875) return 2 - complementaryErrorFunction(-x);
  if (x <= 0.46875) return 1 - errorFunction(x);
  return expOfMinusSquare(x) * scaledComplementaryErrorFunction(x);
}

/**
 * e^(x²)·erfc(x) for x ≥ 0.46875: the slowly falling part of erfc. Does not throw. Source: as for `errorFunction`.
 *
 * @example scaledComplementaryErrorFunction(2) ≈ 0.2553956763105057
 */
export function scaledComplementaryErrorFunction(x: number): number {
  if (x <= 4) return polynomial(middle.above, x) / polynomial(middle.below, x);
  const square = 1 / (x * x);
  return (inverseRootOfPi - (square * polynomial(far.above, square)) / polynomial(far.below, square)) / x;
}

/**
 * e^(-factor·x²): the square is taken in two parts, the first without rounding, so that its error does not grow with x.
 * Does not throw. Source: as for `errorFunction`.
 *
 * @example expOfMinusSquare(3) ≈ 0.00012340980408667956
 */
export function expOfMinusSquare(x: number, factor = 1): number {
  if (Math.abs(x) > 60) return 0;
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-factor * coarse * coarse) * Math.exp(-factor * (x - coarse) * (x + coarse));
}
