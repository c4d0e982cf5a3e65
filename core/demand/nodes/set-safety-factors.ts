import { grainsPerStep } from '#core/base/quantity.ts';
import { calibratedPromises, type Calibration } from '#core/demand/uncertainty/calibration.ts';
import { distributionOf } from '#core/demand/uncertainty/total-demand.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { normalCumulative } from '#core/statistics/normal-cumulative.ts';
import { factorSteps, forecastWeeks, stepsPerFactor, type ForecastViews } from './forecast-columns.ts';
import type { NodeForecast } from './node-forecast.ts';
import { protectionWeeks } from './node-task.ts';
import { keptCalibration } from './pooled-columns.ts';

/** Service targets share these probabilities. */
const probabilities = Float64Array.from({ length: factorSteps }, (_, step) => normalCumulative(step / stepsPerFactor));

/** The probabilities to ask a distribution for at each step of the factor, by demand class and mean. */
export type FactorProbabilities = (demandClass: number, mean: number) => Float64Array;

/**
 * The probabilities of the factors under a calibration, each class and band of volume worked out once. Does not throw.
 * Source: DEM-77.
 *
 * @example factorProbabilities(createCalibration())(1, 10)[0] ≈ 0.50000000
 */
export function factorProbabilities(calibration: Calibration): FactorProbabilities {
  return calibratedPromises(calibration, probabilities);
}

/**
 * Sets for nodes [firstNode, endNode) what a normal safety factor k becomes for their demand (rule DEM-78): the quantile of
 * the total over lead time and review at Φ(k), calibrated on what came in the past, less the mean, in standard deviations, never below 0.
 * Safety stocks follow from it for any target without asking the distribution again. Does not throw.
 *
 * @example const { views } = allocateForecast(frame);
 *   setSafetyFactors(frame, 0, 2, views);
 *   views.forecastFactor.slice(0, 5) is [0, 0.25, 0.5, 0.75, 1] (nothing known of its demand)
 */
export function setSafetyFactors(frame: Frame, firstNode: number, endNode: number, views: ForecastViews): void {
  const asked = factorProbabilities(keptCalibration(views));
  const weeks = forecastWeeks(frame);
  for (let node = firstNode; node < endNode; node += 1) {
    const weekly = views.forecastWeekly.subarray(node * weeks, (node + 1) * weeks);
    const forecast = { weekly, sd: views.forecastSd[node] ?? 0, demandClass: views.forecastClass[node] ?? 0 };
    views.forecastFactor.set(safetyFactorsOf(forecast, protectionWeeks(frame, node), asked), node * factorSteps);
  }
}

/**
 * The factors of one node, whose total over `protection` weeks they are of. Does not throw.
 * Source: DEM-78.
 *
 * @example safetyFactorsOf({ weekly: Float64Array.of(70000), sd: 0, demandClass: 1 }, 3, factorProbabilities(createCalibration()))[4] === 1
 */
export function safetyFactorsOf(
  { weekly, sd: weeklySd, demandClass }: Pick<NodeForecast, 'weekly' | 'sd' | 'demandClass'>,
  protection: number,
  asked: FactorProbabilities,
): Float32Array {
  const sd = (weeklySd * Math.sqrt(protection)) / grainsPerStep;
  // Where nothing is known of its demand, what is uncertain is the lead time, and that by the normal factor.
  if (!(sd > 0)) return Float32Array.from({ length: factorSteps }, (_, step) => step / stepsPerFactor);
  const mean = meanOf(weekly, protection) / grainsPerStep;
  const distribution = distributionOf({ mean, variance: sd * sd, whole: true });
  return Float32Array.from(asked(demandClass, mean), (probability) => {
    return Math.max(0, (distribution.quantile(probability) - mean) / sd);
  });
}

/** The sum of the first weeks; behind the horizon the last one goes on. */
function meanOf(weekly: Float64Array, protection: number): number {
  let sum = 0;
  for (let week = 0; week < protection; week += 1) sum += weekly[Math.min(week, weekly.length - 1)] ?? 0;
  return sum;
}

/**
 * The safety factor of a node for a normal factor `k` of 0 to 4: between two steps of the kept curve in a straight line.
 * Does not throw.
 * Source: DEM-78.
 *
 * @example safetyFactor({ forecastFactor: Float64Array.from({ length: 17 }, (_, step) => step / 2) }, 0, 1.3) ≈ 2.6000
 */
export function safetyFactor({ forecastFactor }: ForecastViews, node: number, k: number): number {
  const place = Math.min(Math.max(k, 0) * stepsPerFactor, factorSteps - 1);
  const step = Math.min(Math.floor(place), factorSteps - 2);
  const low = forecastFactor[node * factorSteps + step] ?? 0;
  const high = forecastFactor[node * factorSteps + step + 1] ?? 0;
  return low + (place - step) * (high - low);
}
