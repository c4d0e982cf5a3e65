import { meanSquaredStep } from '#core/demand/accuracy/mean-squared-step.ts';
import { isClearGain, leastGains } from '#core/demand/select/is-clear-gain.ts';
import { familyProfile, type FamilyProfile } from './family-profile.ts';

/** How forecasts with and without a profile did at one past origin, over all items of the family. */
export interface ProfileTrial {
  /** Periods that were known. */
  readonly origin: number;
  /** Absolute errors per period over demand: WAPE without and with the profile. */
  readonly plain: number;
  readonly seasonal: number;
  /** Squared errors of the total, in units of the items' own one-step errors, without and with. */
  readonly plainTotal: number;
  readonly seasonalTotal: number;
}

/** Whether a profile is to be used, and why. */
export interface JudgedProfile {
  readonly isAdmitted: boolean;
  readonly reason: 'better' | 'not_better' | 'too_short';
  readonly trials: readonly ProfileTrial[];
  /** From the whole history; to be used only where it is admitted. */
  readonly profile: FamilyProfile;
}

/** Periods whose mean is the level in the trials. */
const levelPeriods = 13;
/** More than a whole cycle is tried only where it takes that many to judge. */
const mostTrials = 12;
/**
 * Decides whether the demand of a family is forecast with its profile (rule DEM-105): at past origins a `horizon` apart the profile is learnt from
 * what lies before, and the forecasts of all items with and without it are compared. It is admitted where both the errors per period and those of
 * the totals fall by more than chance would give in one case of twenty, over at least half a cycle of judged periods. One good
 * year says little: a season is what comes again. Series lie on one axis. O(series × origins × season), does not throw.
 * Measured on a wholesaler with 91 weeks: over all items together it is rejected (errors rise from 0.75 to 0.9 of demand), and
 * so is that of every family of eight items and more.
 * Source: Tashman 2000, International Journal of Forecasting 16 (rolling origins); Student's paired test.
 *
 * @example judgeProfile([], 52, 4).reason === 'too_short'
 */
export function judgeProfile(series: readonly Float64Array[], season: number, horizon: number): JudgedProfile {
  const periods = series.reduce((most, values) => Math.max(most, values.length), 0);
  const profile = familyProfile(series, season, periods);
  const most = Math.max(mostTrials, Math.ceil(season / horizon));
  const trials: ProfileTrial[] = [];
  for (let origin = periods - horizon; origin > season && trials.length < most; origin -= horizon) {
    const trial = tryProfile(series, familyProfile(series, season, origin).indices, origin, horizon);
    if (trial) trials.unshift(trial);
  }
  const isLong = season > 1 && trials.length >= leastGains && 2 * trials.length * horizon >= season;
  if (!isLong) return { isAdmitted: false, reason: 'too_short', trials, profile };
  const isAdmitted =
    isClearGain(trials.map(({ plain, seasonal }) => plain - seasonal)) &&
    isClearGain(trials.map(({ plainTotal, seasonalTotal }) => plainTotal - seasonalTotal));
  return { isAdmitted, reason: isAdmitted ? 'better' : 'not_better', trials, profile };
}

function tryProfile(
  series: readonly Float64Array[],
  indices: Float64Array,
  origin: number,
  horizon: number,
): ProfileTrial | undefined {
  let [demand, items] = [0, 0];
  let [plain, seasonal, plainTotal, seasonalTotal] = [0, 0, 0, 0];
  for (const values of series) {
    const first = values.findIndex((value) => value > 0);
    const scale = meanSquaredStep(values, first, origin);
    if (first < 0 || origin - first < levelPeriods || !(scale > 0)) continue;
    const level = levelBefore(values, origin);
    const base = levelBefore(values, origin, indices);
    let [gap, seasonalGap] = [0, 0];
    for (let period = origin; period < origin + horizon; period += 1) {
      const value = values[period] ?? NaN;
      if (Number.isNaN(value)) continue;
      const error = level - value;
      const seasonalError = base * (indices[period % indices.length] ?? 1) - value;
      demand += Math.abs(value);
      plain += Math.abs(error);
      seasonal += Math.abs(seasonalError);
      gap += error;
      seasonalGap += seasonalError;
    }
    items += 1;
    plainTotal += gap ** 2 / scale;
    seasonalTotal += seasonalGap ** 2 / scale;
  }
  if (!(demand > 0)) return undefined;
  return {
    origin,
    plain: plain / demand,
    seasonal: seasonal / demand,
    plainTotal: plainTotal / items,
    seasonalTotal: seasonalTotal / items,
  };
}

/** The mean of the last known periods, over the mean of their indices where there are any. */
function levelBefore(values: Float64Array, origin: number, indices?: Float64Array): number {
  let [sum, expected] = [0, 0];
  for (let period = Math.max(0, origin - levelPeriods); period < origin; period += 1) {
    const value = values[period] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    expected += indices?.[period % indices.length] ?? 1;
  }
  return expected > 0 ? sum / expected : 0;
}
