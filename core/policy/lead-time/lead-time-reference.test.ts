import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectNear } from '#core/base/testing/expect-near.ts';
import { publishedCases, testPublished } from '#core/base/testing/published-cases.ts';
import { readForeignCsv } from '#core/backend/convert/read-gzip-csv.ts';
import { learnLeadTimes } from './learn-lead-times.ts';

interface Expected {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  readonly p90: number;
}

/** The data sets lie beside the repository; where they do not, the case cannot be checked. */
const dataSets = new URL('../../../../shared/science/', import.meta.url);
const cases = publishedCases<{ readonly file: string }, Readonly<Record<string, Expected>>>('data-scms-leadtime');
const checked = cases.map((one) => ({ ...one, path: fileURLToPath(new URL(one.inputs.file, dataSets)) }));

describe('published lead times', () => {
  it('name the modes and figures of the case', () => {
    expect(cases.flatMap(({ expected }) => Object.keys(expected))).toEqual(['Air', 'Ocean', 'Truck']);
  });

  testPublished(
    'POL-43 $id ($source)',
    checked.filter(({ path }) => existsSync(path)),
    async ({ path, expected, tolerance }) => {
      const modes = Object.keys(expected);
      const lanes: number[] = [];
      const receivedDays: number[] = [];
      for await (const row of readForeignCsv(path.replace(/\.gz$/, ''), ['mode', 'lead_days_po_to_delivery'])) {
        const text = row['lead_days_po_to_delivery'] ?? '';
        lanes.push(modes.indexOf(row['mode'] ?? ''));
        receivedDays.push(text === '' ? NaN : Number(text));
      }
      // The file states days after the order: each order is put on day 0.
      const known = lanes.map(() => 0);
      const receipts = { lanes, orderedDays: known, receivedDays, promisedDays: lanes.map(() => NaN) };
      const { own } = learnLeadTimes(receipts, [0, 1, 2], modes.length).leadTimes;
      for (const [lane, mode] of modes.entries()) {
        const wanted = expected[mode];
        if (wanted === undefined) continue;
        expect(own.counts[lane]).toBe(wanted.n);
        const found = [own.means[lane], own.sds[lane], own.medians[lane], own.p90s[lane]];
        [wanted.mean, wanted.sd, wanted.median, wanted.p90].forEach((value, at) => {
          expectNear(found[at], value, tolerance);
        });
      }
    },
  );
});
