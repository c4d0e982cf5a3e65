import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { classifyDemand } from './classify-demand.ts';

/** What the netting needs of a forecast, one row per node of the frame. */
export const forecastLayout = {
  /** Expected demand per week, whole grains, so that the days of a week add up to it. */
  forecastLevel: 'f64',
  /** Standard deviation of one week's forecast error, grains. */
  forecastSd: 'f64',
  /** Position in `demandClasses`. */
  forecastClass: 'u8',
} as const satisfies ColumnLayout;

export type ForecastViews = ColumnViews<typeof forecastLayout>;

/** The grid of smoothing constants; the errors are flat around the best, so three are enough. */
const alphas = [0.05, 0.15, 0.3] as const;
/** Weeks whose one-step errors are not judged: the level has seen too little. */
const warmUpWeeks = 4;

/**
 * Forecasts nodes [firstNode, endNode) from their weekly history into `out` (rules DEM-1 to DEM-6).
 * Leading zeros are trimmed. Level: simple exponential smoothing, the constant with the least squared one-step
 * error out of a grid; for intermittent and lumpy demand the mean of that level and the mean of the last 26 weeks, which
 * forgets a dying item sooner than Croston's method. Deviation: root mean square of the one-step errors.
 * O(weeks) per node, no allocation, does not throw.
 * Source: Brown 1959; Petropoulos and Kourentzes 2015 (combining for intermittent demand), JORS 66.
 *
 * @example a history of 70 every week gives level 70 and deviation 0
 */
export function forecastNodes(frame: Frame, firstNode: number, endNode: number, out: ForecastViews): void {
  const weeks = frame.meta.historyWeeks;
  const history = frame.historyQty;
  for (let node = firstNode; node < endNode; node += 1) {
    const end = (node + 1) * weeks;
    let first = end - weeks;
    while (first < end && (history[first] ?? 0) <= 0) first += 1;
    forecastRow(history, first, end, node, out);
  }
}

function forecastRow(history: Float32Array, first: number, end: number, node: number, out: ForecastViews): void {
  const weeks = end - first;
  if (weeks <= 0) {
    out.forecastLevel[node] = 0;
    out.forecastSd[node] = 0;
    out.forecastClass[node] = 0;
    return;
  }
  const start = startLevel(history, first, end);
  const judgedFrom = first + Math.min(warmUpWeeks, weeks - 1);
  let levelA = start;
  let levelB = start;
  let levelC = start;
  let errorA = 0;
  let errorB = 0;
  let errorC = 0;
  let demandWeeks = 0;
  let sum = 0;
  let sumOfSquares = 0;
  let recentSum = 0;
  const recentFrom = Math.max(first, end - 26);
  for (let week = first; week < end; week += 1) {
    // More returns than sales in a week is a correction of earlier weeks, not negative demand.
    const demand = Math.max(0, history[week] ?? 0);
    const gapA = demand - levelA;
    const gapB = demand - levelB;
    const gapC = demand - levelC;
    if (week >= judgedFrom) {
      errorA += gapA * gapA;
      errorB += gapB * gapB;
      errorC += gapC * gapC;
    }
    levelA += alphas[0] * gapA;
    levelB += alphas[1] * gapB;
    levelC += alphas[2] * gapC;
    if (demand > 0) {
      demandWeeks += 1;
      sum += demand;
      sumOfSquares += demand * demand;
    }
    if (week >= recentFrom) recentSum += demand;
  }
  const leastError = Math.min(errorA, errorB, errorC);
  let level = leastError === errorA ? levelA : leastError === errorB ? levelB : levelC;
  const meanSize = sum / demandWeeks;
  const squaredVariation = Math.max(0, sumOfSquares / demandWeeks / (meanSize * meanSize) - 1);
  const pattern = classifyDemand(weeks / demandWeeks, squaredVariation);
  if (pattern >= 3) level = (level + recentSum / (end - recentFrom)) / 2;
  out.forecastLevel[node] = Math.max(0, Math.round(level));
  out.forecastSd[node] = Math.sqrt(leastError / (end - judgedFrom));
  out.forecastClass[node] = pattern;
}

/** The mean of the first eight weeks: one early peak does not set the level. */
function startLevel(history: Float32Array, first: number, end: number): number {
  const until = Math.min(end, first + 8);
  let sum = 0;
  for (let week = first; week < until; week += 1) sum += Math.max(0, history[week] ?? 0);
  return sum / (until - first);
}
