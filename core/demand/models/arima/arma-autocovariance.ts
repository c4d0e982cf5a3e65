import type { Arma } from './arma.ts';

/** The second moments of a process with errors of variance 1. */
export interface ArmaMoments {
  /** The autocovariance of the values at lags 0 to the greater order. */
  readonly ofValues: Float64Array;
  /** The covariance of a value with the moving-average part so many periods later, lags 0 to the order of that part. */
  readonly withErrors: Float64Array;
  /** The autocovariance of the moving-average part alone, lags 0 to its order. */
  readonly ofErrors: Float64Array;
}

/**
 * The second moments of a stationary process; those of the values solve the equations of Yule and Walker. O(order³), does
 * not throw; NaN for a process that is not stationary.
 * Source: Brockwell and Davis, Time Series: Theory and Methods, 2nd ed., section 3.3.
 *
 * @example armaMoments({ ar: Float64Array.of(0.5), ma: new Float64Array(0) }).ofValues ≈ [1.333, 0.667]
 */
export function armaMoments({ ar, ma }: Arma): ArmaMoments {
  const q = ma.length;
  const theta = (lag: number) => (lag === 0 ? 1 : (ma[lag - 1] ?? 0));
  const response = new Float64Array(q + 1);
  for (let lag = 0; lag <= q; lag += 1) {
    let sum = theta(lag);
    for (let back = 1; back <= Math.min(lag, ar.length); back += 1) sum += (ar[back - 1] ?? 0) * (response[lag - back] ?? 0);
    response[lag] = sum;
  }
  const sumOver = (lag: number, other: (index: number) => number) => {
    let sum = 0;
    for (let index = lag; index <= q; index += 1) sum += theta(index) * other(index - lag);
    return sum;
  };
  const lags = Float64Array.from({ length: q + 1 }, (_, lag) => lag);
  const withErrors = lags.map((lag) => sumOver(lag, (index) => response[index] ?? 0));
  const ofErrors = lags.map((lag) => sumOver(lag, theta));
  return { ofValues: autocovariances(ar, withErrors, Math.max(ar.length, q)), withErrors, ofErrors };
}

function autocovariances(ar: Float64Array, withErrors: Float64Array, lags: number): Float64Array {
  const p = ar.length;
  const rows = Array.from({ length: p + 1 }, (_, lag) => {
    const row = new Float64Array(p + 2);
    row[lag] = 1;
    for (let back = 1; back <= p; back += 1) {
      const at = Math.abs(lag - back);
      row[at] = (row[at] ?? 0) - (ar[back - 1] ?? 0);
    }
    row[p + 1] = withErrors[lag] ?? 0;
    return row;
  });
  const solved = solve(rows);
  const out = new Float64Array(lags + 1);
  out.set(solved);
  for (let lag = p + 1; lag <= lags; lag += 1) {
    let sum = withErrors[lag] ?? 0;
    for (let back = 1; back <= p; back += 1) sum += (ar[back - 1] ?? 0) * (out[lag - back] ?? 0);
    out[lag] = sum;
  }
  return out;
}

/** Gauss's elimination with the greatest pivot; each row ends with its right side. */
function solve(rows: Float64Array[]): Float64Array {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((one, other) => (Math.abs(other[column] ?? 0) > Math.abs(one[column] ?? 0) ? other : one));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 0);
      if (factor === 0) continue;
      for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at];
    let rest = row?.[size] ?? 0;
    for (let later = at + 1; later < size; later += 1) rest -= (row?.[later] ?? 0) * (solution[later] ?? 0);
    solution[at] = rest / (row?.[at] ?? 0);
  }
  return solution;
}
