/**
 * The mean of the squared steps from one period to the next over periods [first, end): the square of the scale of the root mean
 * squared scaled error, by which errors of large and small items weigh alike. Steps from or to an unknown period (NaN) are left
 * out; 0 where there is none. Does not throw.
 * Source: Hyndman and Koehler 2006, International Journal of Forecasting 22.
 *
 * @example meanSquaredStep([1, 3, 3, NaN, 5], 0, 5) === 2
 */
export function meanSquaredStep(values: ArrayLike<number>, first: number, end: number): number {
  let [squares, count] = [0, 0];
  for (let period = first + 1; period < end; period += 1) {
    const step = (values[period] ?? NaN) - (values[period - 1] ?? NaN);
    if (Number.isNaN(step)) continue;
    squares += step * step;
    count += 1;
  }
  return count > 0 ? squares / count : 0;
}
