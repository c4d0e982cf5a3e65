import { classifySeries } from '#core/demand/classify/classify-series.ts';
import { trendEvidence } from '#core/demand/classify/trend-evidence.ts';
import { seasonEvidence } from '#core/demand/seasonality/season-evidence.ts';
import { chooseOrigins, type Origins } from '#core/demand/select/choose-origins.ts';
import { prepareSeries } from '#core/demand/series/prepare-series.ts';
import type { SeriesTask } from './series-task.ts';

/** A series as the models see it, and how it is judged. */
export interface SeriesStudy {
  /** From the first demand on; unknown periods filled. */
  readonly values: Float64Array;
  /** Position in `demandClasses`. */
  readonly demandClass: number;
  /** Trend and season are looked for; otherwise only the level. */
  readonly hasShape: boolean;
  /** Demand comes in whole units. */
  readonly whole: boolean;
  readonly season: number;
  /** Recent origins, which teach the weights of levels and judge trend and season (rule DEM-69). */
  readonly origins: Origins;
  /** Origins a whole protection apart, which judge levels: their outcomes hang together least. */
  readonly spread: Origins;
}

const smoothClass = 1;
/** Fewer known periods say nothing about a level. */
const leastPeriods = 8;
/** A trend seen in fewer periods is chance. */
const leastTrendPeriods = 12;
const judgingOrigins = 6;
/** A year of four-week protections: demand that rose for a season fell again in another. */
const calibratingOrigins = 12;
/** Origins lie a third of the judged total apart: recent, yet not all about the same days. */
const originsPerTotal = 3;

/**
 * Prepares a series and decides what to look for (rule DEM-60): trend and season in smooth demand with a
 * significant trend, once a season could be told from it, and in demand with a significant season, the level alone in all other, where trends are mostly chance. Does not throw.
 * Source: Syntetos, Boylan and Croston 2005 for the classes, which choose the list of candidates and never the method.
 *
 * @example studySeries({ values: Float64Array.from({ length: 40 }, (_, week) => 10 + week), season: 1,
 *   protection: 3 }).hasShape === true
 * @example studySeries({ values: Float64Array.of(40, 0, 3, 0, 40, 0, 3, 0, 40, 0, 3, 0, 40, 0, 3, 0), season: 1,
 *   protection: 3 }).hasShape === false
 */
export function studySeries({ values: history, season, protection, whole }: SeriesTask): SeriesStudy {
  const values = prepareSeries(history);
  const demandClass = classifySeries(values);
  const long = values.length > 2 * season + 1;
  const isSeasonal = season > 1 && long && seasonEvidence(values, season) > 1;
  // Where a season cannot be told yet, what looks like a trend may be half of one.
  const isTrending = demandClass === smoothClass && (season === 1 || long) && Math.abs(trendEvidence(values)) > 1;
  const hasShape = values.length >= leastTrendPeriods && demandClass > 0 && (isSeasonal || isTrending);
  const least = hasShape ? Math.max(leastTrendPeriods, season > 1 && long ? 2 * season + 1 : 0) : leastPeriods;
  const longestStep = Math.max(1, Math.floor(protection / originsPerTotal));
  return {
    values,
    demandClass,
    hasShape,
    // What stands in for an unknown period is a mean, and says nothing of the unit.
    whole: whole ?? history.every((value) => Number.isNaN(value) || Number.isInteger(value)),
    season,
    origins: chooseOrigins(values.length, protection, least, longestStep, judgingOrigins),
    spread: chooseOrigins(values.length, protection, least, protection, calibratingOrigins),
  };
}
