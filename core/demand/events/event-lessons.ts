import { bucketStarts } from '#core/demand/cleansing/time-buckets.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { eventEvidence } from './event-evidence.ts';
import { eventFactor, type FactorBelief } from './event-factor.ts';
import { eventShares } from './event-shares.ts';
import { nodeEvents } from './node-events.ts';

/** What the past of one node says about one event. */
export interface EventLesson {
  readonly event: number;
  /** The factor by the node alone. */
  readonly factor: number;
  /** Its standard error, above 0. */
  readonly error: number;
}

/** Errors below this are chance of short histories: no factor is known that well. */
const leastError = 0.05;

/**
 * What the histories of nodes [firstNode, endNode) say about their events (rule DEM-89), one lesson per node and event that has held
 * and has a baseline. Lessons of several ranges, one after the other, are those of all. Does not throw.
 *
 * @example const history = { meta: { historyWeeks: 3, historyFirstDay: 0 }, historyQty: Float32Array.of(10000, 30000, 10000) };
 *   const events = { eventStart: [0, 1], eventCode: [0], eventDay: [7], eventDays: [7], eventFactor: [NaN] };
 *   eventLessons({ ...history, ...events }, 0, 1) is [{ event: 0, factor: 3, error: 0.05 }]
 */
export function eventLessons(frame: Frame, firstNode: number, endNode: number): EventLesson[] {
  const { historyWeeks: weeks, historyFirstDay } = frame.meta;
  const starts = bucketStarts('week', historyFirstDay, historyFirstDay + 7 * weeks);
  const lessons: EventLesson[] = [];
  for (let node = firstNode; node < endNode; node += 1) {
    const events = nodeEvents(frame, node);
    if (events.length === 0) continue;
    const values = Float64Array.from(frame.historyQty.subarray(node * weeks, (node + 1) * weeks));
    const all = eventShares(
      starts,
      events.flatMap(({ times }) => times),
    );
    for (const { event, times } of events) {
      const { own, error } = eventFactor(eventEvidence(values, eventShares(starts, times), all));
      if (!Number.isNaN(own)) lessons.push({ event, factor: own, error: Math.max(leastError, error) });
    }
  }
  return lessons;
}

/**
 * What is believed of each event before a single node is looked at (rule DEM-89): the mean of the lessons by their errors and by how far nodes
 * differ, drawn to no effect while it is uncertain. One belief per event; `{ factor: 1, deviation: 1 }` without lessons. Does not throw.
 * Source: DerSimonian and Laird 1986, Controlled Clinical Trials 7 (effects that differ between studies).
 *
 * @example eventBeliefs([{ event: 0, factor: 2, error: 0.1 }, { event: 0, factor: 4, error: 0.1 }], 1) ≈ [{ factor: 2.00,
 *   deviation: 1.40 }] (nodes so far apart teach little)
 */
export function eventBeliefs(lessons: readonly EventLesson[], events: number): Required<FactorBelief>[] {
  const byEvent = Array.from({ length: events }, (): EventLesson[] => []);
  for (const lesson of lessons) byEvent[lesson.event]?.push(lesson);
  return byEvent.map(beliefOf);
}

function beliefOf(lessons: readonly EventLesson[]): Required<FactorBelief> {
  if (lessons.length === 0) return { factor: 1, deviation: 1 };
  // The errors are those of demand without the event; with it demand varies by so much more as there is more of it.
  const growth = Math.max(1, weigh(lessons, 1, 0).mean);
  const sums = weigh(lessons, growth, 0);
  const chance = sums.weights - sums.squaredWeights / sums.weights;
  const spread = lessons.reduce((sum, { factor, error }) => sum + (factor - sums.mean) ** 2 / (error ** 2 * growth), 0);
  const between = chance > 0 ? Math.max(0, (spread - (lessons.length - 1)) / chance) : 0;
  const { mean, weights } = weigh(lessons, growth, between);
  return { factor: 1 + (mean - 1) / (1 + 1 / weights), deviation: lessons.length > 1 ? Math.sqrt(between) : 1 };
}

function weigh(
  lessons: readonly EventLesson[],
  growth: number,
  between: number,
): { readonly mean: number; readonly weights: number; readonly squaredWeights: number } {
  let [weights, squaredWeights, sum] = [0, 0, 0];
  for (const { factor, error } of lessons) {
    const weight = 1 / (error ** 2 * growth + between);
    weights += weight;
    squaredWeights += weight ** 2;
    sum += weight * factor;
  }
  return { mean: sum / weights, weights, squaredWeights };
}
