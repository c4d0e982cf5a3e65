import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import type { FactorBelief } from '#core/demand/events/event-factor.ts';
import { eventBeliefs } from '#core/demand/events/event-lessons.ts';
import { levelWeights, type LevelWeights } from '#core/demand/forecast/learn-weights.ts';
import { levelMembers } from '#core/demand/portfolio/level-members.ts';
import type { Calibration } from '#core/demand/uncertainty/calibration.ts';
import type { ForecastViews } from './forecast-columns.ts';
import type { NodeLessons } from './node-lessons.ts';

/** Fewer launches are not a family's habit. */
const leastLaunches = 3;

/**
 * Writes what follows from the lessons of all nodes: weights, beliefs about events, levels of launches. Does not throw.
 *
 * @example const { views } = allocateForecast(frame);
 *   keepLessons(createNodeLessons(frame), views);
 *   views.launchLevel is [NaN] (no launches)
 */
export function keepLessons(lessons: NodeLessons, { poolWeights, eventBelief, launchLevel }: ForecastViews): void {
  levelWeights(lessons.levels).forEach((weights, demandClass) => poolWeights.set(weights, demandClass * levelMembers.length));
  eventBeliefs(lessons.events, eventBelief.length / 2).forEach(({ factor, deviation }, event) => {
    eventBelief.set([factor, deviation], 2 * event);
  });
  lessons.launchCounts.forEach((count, family) => {
    launchLevel[family] = count < leastLaunches ? NaN : (lessons.launchSums[family] ?? 0) / count;
  });
}

/**
 * The weights of the level members, per demand class. Does not throw.
 *
 * @example keptWeights({ poolWeights: Float64Array.from({ length: 35 }, (_, at) => at) })[1] is [7, 8, 9, 10, 11, 12, 13]
 */
export function keptWeights({ poolWeights }: Pick<ForecastViews, 'poolWeights'>): LevelWeights {
  const members = levelMembers.length;
  return demandClasses.map((_, demandClass) => poolWeights.subarray(demandClass * members, (demandClass + 1) * members));
}

/**
 * What all nodes teach about each event. Does not throw.
 *
 * @example keptBeliefs({ eventBelief: [2, 0.3] }) is [{ factor: 2, deviation: 0.3 }]
 */
export function keptBeliefs({ eventBelief }: ForecastViews): readonly FactorBelief[] {
  return Array.from({ length: eventBelief.length / 2 }, (_, event) => ({
    factor: eventBelief[2 * event] ?? 1,
    deviation: eventBelief[2 * event + 1] ?? 1,
  }));
}

/**
 * The counts of what came, as forecasting of all nodes left them. Does not throw.
 *
 * @example keptCalibration(forecast).counts === forecast.calibrationCounts
 */
export function keptCalibration({ calibrationCounts }: ForecastViews): Calibration {
  return { counts: calibrationCounts };
}
