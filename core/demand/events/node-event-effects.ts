import { bucketStarts } from '#core/demand/cleansing/time-buckets.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { applyEvent } from './apply-event.ts';
import { eventEvidence } from './event-evidence.ts';
import { eventFactor, type EventFactor, type FactorBelief } from './event-factor.ts';
import { eventShares } from './event-shares.ts';
import { nodeEvents } from './node-events.ts';
import { takeOutEvents } from './take-out-events.ts';

/** What events do to the history and the forecast of a node. */
export interface NodeEventEffects {
  /** The history without the weeks of events, which are unknown to the baseline. */
  readonly baseline: Float64Array;
  /** By what the forecast of each week from the plan day on is multiplied. */
  readonly multipliers: Float64Array;
  /** What was found of each event, by its number, for display. */
  readonly factors: ReadonlyMap<number, EventFactor>;
}

/**
 * Takes the events of a node out of its history and says what they will do to its forecast (rules DEM-86 to DEM-89). `history` is demand per
 * week of the frame in any unit, `beliefs` one per event as from `eventBeliefs`, `weeks` those of the forecast, the first from the plan day on. A typed factor
 * holds as it is. undefined for a node without events, which most are. Does not throw.
 *
 * @example const frame = { meta: { historyWeeks: 3, historyFirstDay: 0, planDay: 21 }, eventStart: [0, 2], eventCode: [0, 0],
 *   eventDay: [7, 28], eventDays: [7, 7], eventFactor: [NaN, NaN] };
 *   nodeEventEffects(frame, 0, Float64Array.of(10000, 30000, 10000), [], 3).multipliers ≈ [1, 2.9992, 1]
 */
export function nodeEventEffects(
  frame: Frame,
  node: number,
  history: Float64Array,
  beliefs: readonly FactorBelief[],
  weeks: number,
): NodeEventEffects | undefined {
  const events = nodeEvents(frame, node);
  if (events.length === 0) return undefined;
  const { historyFirstDay, planDay } = frame.meta;
  const past = bucketStarts('week', historyFirstDay, historyFirstDay + 7 * history.length);
  const coming = Int32Array.from({ length: weeks + 1 }, (_, week) => planDay + 7 * week);
  const all = eventShares(
    past,
    events.flatMap(({ times }) => times),
  );
  const multipliers = new Float64Array(weeks).fill(1);
  const factors = new Map<number, EventFactor>();
  for (const { event, times } of events) {
    const found = eventFactor(eventEvidence(history, eventShares(past, times), all), beliefs[event]);
    factors.set(event, found);
    for (const time of times) {
      applyEvent(multipliers, eventShares(coming, [time]), Number.isNaN(time.factor) ? found.factor : time.factor);
    }
  }
  return { baseline: takeOutEvents(history, all), multipliers, factors };
}
