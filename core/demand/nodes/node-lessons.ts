import { eventLessons, type EventLesson } from '#core/demand/events/event-lessons.ts';
import { createLevelEvidence, learnFrom, mergeLevelEvidence, type LevelEvidence } from '#core/demand/forecast/learn-weights.ts';
import { studySeries } from '#core/demand/forecast/study-series.ts';
import { launchLevel } from '#core/demand/lifecycle/launch-level.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { profileOfNode } from './family-profiles.ts';
import type { ForecastViews } from './forecast-columns.ts';
import { historiesOf, taskOfNode, withoutSeason } from './node-task.ts';

/** What the past of many nodes teaches about each of them. */
export interface NodeLessons {
  readonly levels: LevelEvidence;
  readonly events: EventLesson[];
  /** Per family: demand per week in steps of the first weeks of its launches, summed, and how many launches there were. */
  readonly launchSums: Float64Array;
  readonly launchCounts: Float64Array;
}

/** Weeks of a launch whose mean is the level of the family when new. */
const launchWeeks = 12;
/** An item that sold in the first weeks of the history was not launched then, as far as one can see. */
const leastQuietWeeks = 4;

/**
 * No lessons yet; one place per family. Does not throw.
 *
 * @example createNodeLessons(frame).launchCounts is [0]
 */
export function createNodeLessons({ familyEnds }: Frame): NodeLessons {
  const families = familyEnds.length;
  return {
    levels: createLevelEvidence(),
    events: [],
    launchSums: new Float64Array(families),
    launchCounts: new Float64Array(families),
  };
}

/**
 * What nodes [firstNode, endNode), whole networks, teach, the seasons of families known (rules DEM-66, DEM-89, DEM-92). Does not throw.
 *
 * @example learnNodes(frame, 0, 2, forecast).levels.map(({ series }) => series) is [0, 1, 0, 1, 0]
 */
export function learnNodes(frame: Frame, firstNode: number, endNode: number, views: ForecastViews): NodeLessons {
  const lessons = createNodeLessons(frame);
  const histories = historiesOf(frame, firstNode, endNode);
  lessons.events.push(...eventLessons(frame, firstNode, endNode));
  for (let node = firstNode; node < endNode; node += 1) {
    const task = taskOfNode(frame, node, histories);
    const profile = profileOfNode(frame, views, node);
    learnFrom(studySeries(profile ? withoutSeason(task, profile) : task), lessons.levels);
    const family = frame.itemFamily[frame.nodeItem[node] ?? 0] ?? -1;
    if (family < 0 || task.values.findIndex((value) => value > 0) < leastQuietWeeks) continue;
    const level = launchLevel(task.values, launchWeeks);
    if (Number.isNaN(level)) continue;
    lessons.launchSums[family] = (lessons.launchSums[family] ?? 0) + level;
    lessons.launchCounts[family] = (lessons.launchCounts[family] ?? 0) + 1;
  }
  return lessons;
}

/**
 * Adds the lessons of `part` to `whole`; the order of the parts decides the last bits, so callers keep it fixed. Does not
 * throw.
 *
 * @example const [whole, part] = [createNodeLessons(frame), createNodeLessons(frame)];
 *   part.launchCounts[0] = 3;
 *   mergeLessons(whole, part);
 *   whole.launchCounts is [3]
 */
export function mergeLessons(whole: NodeLessons, part: NodeLessons): void {
  mergeLevelEvidence(whole.levels, part.levels);
  whole.events.push(...part.events);
  part.launchSums.forEach((sum, family) => (whole.launchSums[family] = (whole.launchSums[family] ?? 0) + sum));
  part.launchCounts.forEach((count, family) => (whole.launchCounts[family] = (whole.launchCounts[family] ?? 0) + count));
}
