/** The nearest known periods that stand in for an unknown one, on each side. */
const neighbours = 4;

/**
 * A series ready to be forecast (rules DEM-7, DEM-8): what lies before the first demand is left out, a period with
 * more returns than sales counts as one without demand, and a period of which the demand is unknown (NaN, as when there
 * was no stock to sell) takes the mean of up to four known periods on each side. Does not throw; without demand the result is
 * empty.
 * Source: sales without stock are censored demand, Silver, Pyke and Thomas, 4th ed., section 3.7.
 *
 * @example prepareSeries(Float64Array.of(0, 4, NaN, 6)) is [4, 5, 6]
 */
export function prepareSeries(values: Float64Array): Float64Array {
  let first = 0;
  while (first < values.length && !((values[first] ?? 0) > 0)) first += 1;
  const prepared = values.slice(first);
  for (let period = 0; period < prepared.length; period += 1) {
    const value = values[first + period] ?? 0;
    prepared[period] = Number.isNaN(value) ? meanAround(values, first + period, first) : Math.max(0, value);
  }
  return prepared;
}

function meanAround(values: Float64Array, at: number, first: number): number {
  let sum = 0;
  let count = 0;
  for (const direction of [-1, 1]) {
    let found = 0;
    for (let period = at + direction; period >= first && period < values.length && found < neighbours; period += direction) {
      const value = values[period] ?? 0;
      if (Number.isNaN(value)) continue;
      sum += Math.max(0, value);
      count += 1;
      found += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}
