import { lineTreatments, type CleansedLines, type LineTreatment } from './cleanse-lines.ts';
import type { DemandLines } from './demand-lines.ts';
import { demandStreams, type DemandStream } from './demand-stream.ts';
import { bucketOf } from './time-buckets.ts';

/** Demand per bucket of one place, or of one of its channels or streams. */
export interface DemandSeries {
  readonly place: number;
  /** null for lines without a channel; undefined where channels are not told apart. */
  readonly channel: string | null | undefined;
  /** undefined where streams are not told apart. */
  readonly stream: DemandStream | undefined;
  /** One value per bucket, oldest first. */
  readonly values: Float64Array;
}

/** What is added up, and what is told apart. */
export interface BucketOptions {
  /** `kept` for demand, `returned` for the stream of returns; default `kept`. */
  readonly treatment?: LineTreatment;
  readonly byChannel?: boolean;
  readonly byStream?: boolean;
}

/**
 * Adds lines up by time bucket (rule DEM-84), one series per place, and per channel and stream where they are to be told
 * apart: the parts of a place add up to its whole. `starts` as from `bucketStarts`; lines outside of it are left out. Series
 * come by place, channel (none first) and stream. O(n log buckets), does not throw.
 *
 * @example const lines = gatherLines([{ place: 0, day: 0, qty: 3, stream: 'sale' }, { place: 0, day: 4, qty: 4,
 *   stream: 'sale' }]);
 *   bucketDemand(lines, cleanseLines(lines), Int32Array.of(0, 7))[0].values is [7]
 */
export function bucketDemand(
  lines: DemandLines,
  { treatment }: CleansedLines,
  starts: Int32Array,
  { treatment: wanted = 'kept', byChannel = false, byStream = false }: BucketOptions = {},
): DemandSeries[] {
  const code = lineTreatments.indexOf(wanted);
  const channels = lines.channels.length + 1;
  const series = new Map<number, Float64Array>();
  for (let line = 0; line < lines.count; line += 1) {
    if (treatment[line] !== code) continue;
    const bucket = bucketOf(starts, lines.day[line] ?? NaN);
    if (bucket === undefined) continue;
    const channel = byChannel ? (lines.channel[line] ?? 0) + 1 : 0;
    const stream = byStream ? (lines.stream[line] ?? 0) : 0;
    const key = ((lines.place[line] ?? 0) * channels + channel) * demandStreams.length + stream;
    let values = series.get(key);
    if (!values) series.set(key, (values = new Float64Array(starts.length - 1)));
    values[bucket] = (values[bucket] ?? 0) + (lines.qty[line] ?? 0);
  }
  return [...series]
    .sort(([a], [b]) => a - b)
    .map(([key, values]) => {
      const ofStream = Math.floor(key / demandStreams.length);
      return {
        place: Math.floor(ofStream / channels),
        channel: byChannel ? (lines.channels[(ofStream % channels) - 1] ?? null) : undefined,
        stream: byStream ? demandStreams[key % demandStreams.length] : undefined,
        values,
      };
    });
}
