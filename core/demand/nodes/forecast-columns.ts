import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { levelMembers } from '#core/demand/portfolio/level-members.ts';
import { trendCandidates } from '#core/demand/portfolio/trend-candidates.ts';
import { levelCandidates } from '#core/demand/forecast/forecast-level.ts';
import { calibrationCells } from '#core/demand/uncertainty/calibration.ts';
import { allocateColumns, type ColumnLayout, type ColumnViews } from '#core/frame/columns.ts';
import type { Frame } from '#core/frame/frame-layout.ts';

/** The forecast of a frame: what planning needs of every node, and what explains it. Quantities are grains. */
export const forecastLayout = {
  /** Expected demand per week, the mean over the horizon, whole; 0 where nothing is expected. */
  forecastLevel: 'f64',
  /** 1 where weeks differ: then `forecastWeekly` holds them. */
  forecastShaped: 'u8',
  /** Expected demand of each week of the horizon, `forecastWeeks` per node, whole; only for nodes that are shaped. */
  forecastWeekly: 'f64',
  /** Standard deviation of a week, such that the total over lead time and review varies by it times the root of their weeks. */
  forecastSd: 'f64',
  /** Position in `demandClasses`. */
  forecastClass: 'u8',
  /** Position in `forecastModels`. */
  forecastModel: 'u8',
  /** For each step of `factorSteps` what a normal safety factor of that size becomes for the distribution of the node. */
  forecastFactor: 'f32',
  /** Weights of the level members, one row per demand class. */
  poolWeights: 'f64',
  /** What all nodes teach about each event: its factor and how far nodes differ. */
  eventBelief: 'f64',
  /** Demand per week, in steps, of the first weeks of launches per family; NaN where there were too few. */
  launchLevel: 'f64',
  /** 1 for families whose season won on their own past. */
  familySeasonal: 'u8',
  /** Their index of each week of a year, `weeksPerYear` per family, the first for the first week of the history; 1 throughout for the others. */
  familyProfile: 'f64',
  /** Counts of a Calibration. */
  calibrationCounts: 'f64',
} as const satisfies ColumnLayout;

export type ForecastViews = ColumnViews<typeof forecastLayout>;

/** Weeks of a season. */
export const weeksPerYear = 52;

/** Every name a chosen model may have. */
export const forecastModels = [...new Set(['none', ...levelCandidates, ...trendCandidates, 'family_analogue'])] as const;

/** Normal safety factors 0, 0.25 … 4 at which the factors of a distribution are kept; between them they are nearly straight. */
export const factorSteps = 17;
export const stepsPerFactor = 4;

/**
 * Weeks that a forecast covers: those of the horizon, the last one whole. Does not throw.
 *
 * @example forecastWeeks({ meta: { horizonDays: 90 } }) === 13
 */
export function forecastWeeks(frame: Frame): number {
  return Math.ceil(frame.meta.horizonDays / 7);
}

/**
 * Room for the forecast of a frame, all 0; `shared` for workers. Does not throw.
 *
 * @example allocateForecast(frame).views.forecastWeekly.length === 26 (two nodes, thirteen weeks)
 */
export function allocateForecast(
  frame: Frame,
  options: { readonly shared?: boolean } = {},
): ReturnType<typeof allocateColumns<typeof forecastLayout>> {
  const { nodes } = frame.meta;
  const lengths = {
    forecastLevel: nodes,
    forecastShaped: nodes,
    forecastWeekly: nodes * forecastWeeks(frame),
    forecastSd: nodes,
    forecastClass: nodes,
    forecastModel: nodes,
    forecastFactor: nodes * factorSteps,
    poolWeights: demandClasses.length * levelMembers.length,
    eventBelief: 2 * frame.eventIdEnds.length,
    launchLevel: frame.familyEnds.length,
    familySeasonal: frame.familyEnds.length,
    familyProfile: frame.familyEnds.length * weeksPerYear,
    calibrationCounts: calibrationCells,
  };
  return allocateColumns(forecastLayout, lengths, null, options);
}
