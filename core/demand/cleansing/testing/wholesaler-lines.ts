import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseDay } from '#core/base/calendar-day.ts';
import { streamOf } from '#core/demand/cleansing/demand-stream.ts';
import type { DemandLine } from '#core/demand/cleansing/gather-lines.ts';

/** The sales lines of a real wholesaler lie beside the repository; where they do not, there is nothing to check. */
const file = new URL('../../../../../shared/science/data/open/online_retail_ii/transactions.csv.gz', import.meta.url);

/** One name where the lines can be read and none where they cannot, for `it.each`. */
export const wholesalers: readonly string[] = existsSync(file) ? ['Online Retail II, Chen 2019'] : [];

/** A line with what is known of it: S sale, R return, X a sale that was cancelled, Y the return that cancelled it. */
export interface BookedLine {
  readonly line: DemandLine;
  readonly type: string;
}

/** All lines as they were booked, with the time of the day or without. */
export function readWholesalerLines(withTimes: boolean): BookedLine[] {
  const [, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const places = new Map<string, number>();
  return rows.map((row) => {
    const [date = '', time = '', , sku = '', qty = '', , customer = ''] = row.split(',');
    const [hours = '', minutes = ''] = time.split(':');
    const place = places.get(sku) ?? places.set(sku, places.size).size - 1;
    const day = parseDay(date) + (withTimes ? (Number(hours) * 60 + Number(minutes)) / 1440 : 0);
    const stream = streamOf(null, Number(qty)) ?? 'sale';
    const line = { place, day, qty: Math.abs(Number(qty)), stream, customer: customer === '' ? null : customer };
    return { line, type: row.trimEnd().split(',').at(-1) ?? '' };
  });
}

/**
 * Which share of the lines of a type has a partner, and which share of those with one is of the type. Lines of one day,
 * place, size and customer are one as good as another.
 */
export function recallAndPrecision(
  booked: readonly BookedLine[],
  partner: Int32Array,
  { type, stream }: { readonly type: string; readonly stream: string },
): readonly [number, number] {
  const counts = new Map<string, { known: number; found: number }>();
  booked.forEach(({ line, type: known }, at) => {
    if (line.stream !== stream) return;
    const key = `${line.place} ${Math.floor(line.day)} ${line.qty} ${line.customer}`;
    const count = counts.get(key) ?? { known: 0, found: 0 };
    counts.set(key, count);
    if (known === type) count.known += 1;
    if (partner[at] !== -1) count.found += 1;
  });
  let [hits, known, found] = [0, 0, 0];
  for (const count of counts.values()) {
    hits += Math.min(count.known, count.found);
    known += count.known;
    found += count.found;
  }
  return [hits / known, hits / found];
}
