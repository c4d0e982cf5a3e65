import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { distributionOf, type TotalDemand } from './total-demand.ts';

/**
 * Where past outcomes fell in the distributions forecast for them, counted by demand class and volume. Distributions
 * that are right see every hundredth of probability equally often; where they are too narrow the upper ones fill up.
 */
export interface Calibration {
  /** Outcomes per class, band and bin of probability; row-major. */
  readonly counts: Float64Array;
}

const bins = 200;
/** Mean totals at which a new band of volume begins: scarce and plenty are wrong in different ways. */
const bandStarts = [0, 3, 12, 50, 200] as const;
/** So many outcomes carry as much weight as the assumption that the distribution is right. */
const trustedOutcomes = 100;
/** A safety stock cannot follow the last outcome of many. */
const greatestProbability = 0.9995;

/** How many counts a calibration has. */
export const calibrationCells = demandClasses.length * bandStarts.length * bins;

/**
 * A calibration without outcomes, which leaves every promise as it is. Does not throw.
 *
 * @example createCalibration().counts.length === 5000 (5 classes, 5 bands of volume, 200 bins)
 */
export function createCalibration(): Calibration {
  return { counts: new Float64Array(calibrationCells) };
}

/**
 * Counts one outcome (rule DEM-76). A count covers a range of probability, from that of less to that of no more than itself; it is
 * spread over the lower half, because a quantile of counts covers an outcome as soon as it asks for more than the lower end. Does
 * not throw.
 * Source: Dawid 1984 (prequential probability transform), JRSS A 147; Czado, Gneiting and Held 2009 for counts.
 *
 * @example const calibration = createCalibration();
 *   addOutcome(calibration, 1, { mean: 4, variance: 12, whole: true }, 5);
 *   calibration.counts.reduce((sum, count) => sum + count, 0) ≈ 1
 */
export function addOutcome(calibration: Calibration, demandClass: number, total: TotalDemand, outcome: number): void {
  const distribution = distributionOf(total);
  const covered = distribution.cumulative(outcome);
  const lower = total.whole ? distribution.cumulative(outcome - 1) : covered;
  const upper = (lower + covered) / 2;
  const start = startOf(demandClass, total.mean);
  const first = Math.min(bins - 1, Math.floor(lower * bins));
  const last = Math.min(bins - 1, Math.floor(upper * bins));
  const span = upper - lower;
  for (let bin = first; bin <= last; bin += 1) {
    const share = span > 0 ? (Math.min(upper, (bin + 1) / bins) - Math.max(lower, bin / bins)) / span : 1;
    calibration.counts[start + bin] = (calibration.counts[start + bin] ?? 0) + share;
  }
}

/**
 * Adds the counts of `part` to `whole`; the order of the parts decides the last bits, so callers keep it fixed. Does not throw.
 *
 * @example const [whole, part] = [createCalibration(), createCalibration()];
 *   part.counts[7] = 2;
 *   mergeCalibration(whole, part);
 *   whole.counts[7] === 2
 */
export function mergeCalibration(whole: Calibration, part: Calibration): void {
  part.counts.forEach((count, place) => (whole.counts[place] = (whole.counts[place] ?? 0) + count));
}

/**
 * The probability to ask the forecast distribution for, so that `promised` of all outcomes stay at or below the answer, as
 * they did in the past (rule DEM-77). Without outcomes the promise itself; between, by the weight of the outcomes. Does not throw.
 * Source: Kuleshov, Fenner and Ermon 2018 (recalibration by the distribution of past probabilities), ICML.
 *
 * @example calibrated(createCalibration(), 4, 10, 0.95) ≈ 0.95000000
 */
export function calibrated(calibration: Calibration, demandClass: number, mean: number, promised: number): number {
  const start = startOf(demandClass, mean);
  let total = trustedOutcomes;
  for (let bin = 0; bin < bins; bin += 1) total += calibration.counts[start + bin] ?? 0;
  let left = promised * total;
  for (let bin = 0; bin < bins; bin += 1) {
    const count = (calibration.counts[start + bin] ?? 0) + trustedOutcomes / bins;
    if (count >= left) return Math.min(greatestProbability, (bin + left / count) / bins);
    left -= count;
  }
  return greatestProbability;
}

/**
 * What `calibrated` answers for the same promises again and again, worked out once per class and band of volume: the
 * probabilities of the class and mean asked for, one per promise. The calibration must not change meanwhile. Does not throw.
 *
 * @example const calibration = createCalibration();
 *   calibratedPromises(calibration, Float64Array.of(0.9, 0.95))(4, 10)[1] === calibrated(calibration, 4, 10, 0.95)
 */
export function calibratedPromises(
  calibration: Calibration,
  promises: Float64Array,
): (demandClass: number, mean: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (demandClass, mean) => {
    const start = startOf(demandClass, mean);
    let found = known.get(start);
    if (found === undefined) {
      found = promises.map((promised) => calibrated(calibration, demandClass, mean, promised));
      known.set(start, found);
    }
    return found;
  };
}

/**
 * The share of past outcomes of a class at or below the quantile that was forecast, without calibration, to cover `promised` of
 * them; NaN without any. Does not throw.
 * Source: as for `addOutcome`.
 *
 * @example const calibration = createCalibration();
 *   [0, 30].forEach((outcome) => addOutcome(calibration, 1, { mean: 4, variance: 12, whole: true }, outcome));
 *   achieved(calibration, 1, 0.95) ≈ 0.5000
 */
export function achieved(calibration: Calibration, demandClass: number, promised: number): number {
  let below = 0;
  let total = 0;
  for (let band = 0; band < bandStarts.length; band += 1) {
    const start = (demandClass * bandStarts.length + band) * bins;
    for (let bin = 0; bin < bins; bin += 1) {
      const count = calibration.counts[start + bin] ?? 0;
      total += count;
      below += count * Math.min(1, Math.max(0, promised * bins - bin));
    }
  }
  return below / total;
}

function startOf(demandClass: number, mean: number): number {
  let band = bandStarts.length - 1;
  while (band > 0 && mean < (bandStarts[band] ?? 0)) band -= 1;
  return (demandClass * bandStarts.length + band) * bins;
}
