import { severalAggregatedLevels } from './aggregated-level.ts';

/** Seven views of the level of demand without trend and season: short and long memory, by time and by demand. */
export const levelMembers = [
  'moving_average_6',
  'moving_average_12',
  'moving_average_26',
  'smoothing_slow',
  'smoothing_fast',
  'tsb',
  'imapa',
] as const;

const shortWindow = 6;
const longWindow = 12;
const halfYearWindow = 26;
const startWindow = 8;
const slowAlpha = 0.1;
const fastAlpha = 0.2;
const sizeAlpha = 0.1;
const probabilityAlpha = 0.2;

/**
 * The seven levels in the order of `levelMembers`, demand per period, written to `out` (rule DEM-65). `values` starts at the first
 * demand. Levels are smoothed from the mean of the first eight periods. O(values · log interval), no allocation, does not throw.
 * Source: Brown 1959; Teunter, Syntetos and Babai 2011, EJOR 214; Petropoulos and Kourentzes 2015, JORS 66.
 *
 * @example levelForecasts(new Float64Array(30).fill(7), new Float64Array(7)) ≈ [7, 7, 7, 7, 7, 7, 7]
 */
export function levelForecasts(values: Float64Array, out: Float64Array): Float64Array {
  const periods = values.length;
  const start = meanOf(values, 0, Math.min(periods, startWindow));
  let slow = start;
  let fast = start;
  let size = 0;
  let demands = 0;
  for (const value of values) {
    slow += slowAlpha * (value - slow);
    fast += fastAlpha * (value - fast);
    if (value <= 0) continue;
    if (demands === 0) size = value;
    demands += 1;
  }
  let probability = periods === 0 ? 0 : demands / periods;
  for (const value of values) {
    if (value > 0) size += sizeAlpha * (value - size);
    probability += probabilityAlpha * ((value > 0 ? 1 : 0) - probability);
  }
  out[0] = meanOf(values, Math.max(0, periods - shortWindow), periods);
  out[1] = meanOf(values, Math.max(0, periods - longWindow), periods);
  out[2] = meanOf(values, Math.max(0, periods - halfYearWindow), periods);
  out[3] = slow;
  out[4] = fast;
  out[5] = size * probability;
  out[6] = severalAggregatedLevels(values);
  return out;
}

function meanOf(values: Float64Array, first: number, end: number): number {
  let sum = 0;
  for (let period = first; period < end; period += 1) sum += values[period] ?? 0;
  return end > first ? sum / (end - first) : 0;
}
