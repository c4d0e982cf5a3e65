import type { Frame } from '#core/frame/frame-layout.ts';
import type { EventTime } from './event-shares.ts';

/** An event of a node: all times at which it holds, those to come as well. */
export interface NodeEvent {
  /** Its number in the frame. */
  readonly event: number;
  readonly times: readonly NodeEventTime[];
}

/** One time of an event. */
export interface NodeEventTime extends EventTime {
  /** The factor somebody typed; NaN where it is to be learnt. */
  readonly factor: number;
}

/**
 * The events of a node, by their numbers. Does not throw.
 *
 * @example nodeEvents({ eventStart: [0, 1], eventCode: [3], eventDay: [28], eventDays: [7], eventFactor: [1.5] }, 0)
 *   is [{ event: 3, times: [{ firstDay: 28, days: 7, factor: 1.5 }] }]
 */
export function nodeEvents(frame: Frame, node: number): readonly NodeEvent[] {
  const byEvent = new Map<number, NodeEventTime[]>();
  for (let row = frame.eventStart[node] ?? 0; row < (frame.eventStart[node + 1] ?? 0); row += 1) {
    const event = frame.eventCode[row] ?? 0;
    const time = { firstDay: frame.eventDay[row] ?? 0, days: frame.eventDays[row] ?? 0, factor: frame.eventFactor[row] ?? NaN };
    byEvent.set(event, [...(byEvent.get(event) ?? []), time]);
  }
  return [...byEvent].sort(([a], [b]) => a - b).map(([event, times]) => ({ event, times }));
}
