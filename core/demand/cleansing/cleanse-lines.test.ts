import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketDemand } from './bucket-demand.ts';
import { cleanseLines, lineTreatments, type CleansedLines, type CleansingOptions } from './cleanse-lines.ts';
import type { DemandLines } from './demand-lines.ts';
import { demandStreams, streamOf } from './demand-stream.ts';
import { createHistoryCleanser } from './create-history-cleanser.ts';
import { createExclusionIndex } from './exclusion-index.ts';
import { gatherLines, type DemandLine } from './gather-lines.ts';
import { returnOf, saleOf } from './testing/demand-line.ts';
import { bucketStarts } from './time-buckets.ts';
import { treatmentTotals } from './treatment-totals.ts';

function treatmentsOf(lines: readonly DemandLine[], options?: CleansingOptions): string[] {
  return [...cleanseLines(gatherLines(lines), options).treatment].map((code) => lineTreatments[code] ?? '');
}

describe('streamOf', () => {
  it('DEM-80 tells demand, returns and what is neither', () => {
    const demand = [streamOf(null, 1), streamOf('sale', -3), streamOf('consumption', 2), streamOf('consumption', -2)];
    expect(demand).toEqual(['sale', 'return', 'consumption', 'return']);
    const others = [streamOf('return', 5), streamOf('return', -5), streamOf('transfer', 1), streamOf('scrap', 1)];
    expect(others).toEqual(['return', 'return', undefined, undefined]);
  });
});

describe('cleanseLines', () => {
  it('DEM-80 to DEM-83 drop pairs, keep returns apart, leave out what a planner excluded', () => {
    const lines = [saleOf(5, 1), saleOf(80, 2), returnOf(80, 3), returnOf(2, 9), saleOf(900, 5), saleOf(900, 6)];
    const word = { place: 0, day: 5, qty: 900, customer: null, reason: 'project', excludedBy: 'mm' };
    expect(treatmentsOf(lines, { exclusions: [word] })).toEqual([
      'kept',
      'cancelled',
      'cancelled',
      'returned',
      'excluded',
      'kept',
    ]);
    const cleansed = cleanseLines(gatherLines(lines), { exclusions: [word] });
    expect([...cleansed.partner]).toEqual([-1, 2, 1, -1, -1, -1]);
    expect([...cleansed.exclusion]).toEqual([-1, -1, -1, -1, 0, -1]);
    expect(treatmentTotals(gatherLines(lines), cleansed, 0)).toEqual([
      { treatment: 'kept', lines: 2, qty: 905 },
      { treatment: 'returned', lines: 1, qty: 2 },
      { treatment: 'cancelled', lines: 2, qty: 160 },
      { treatment: 'excluded', lines: 1, qty: 900 },
    ]);
    expect(treatmentTotals(gatherLines(lines), cleansed, 1).every((total) => total.lines === 0)).toBe(true);
  });

  it('DEM-83 takes out every line an exclusion describes, of its customer where it names one', () => {
    const lines = [saleOf(9, 5), saleOf(9, 5.5), saleOf(9, 5, { customer: 'C2' }), saleOf(9, 6)];
    const exclusion = { place: 0, day: 5, qty: 9, customer: 'C1' };
    expect(treatmentsOf(lines, { exclusions: [exclusion] })).toEqual(['excluded', 'excluded', 'kept', 'kept']);
    const ofAny = treatmentsOf(lines, { exclusions: [{ ...exclusion, customer: null }] });
    expect(ofAny).toEqual(['excluded', 'excluded', 'excluded', 'kept']);
    const both = createExclusionIndex([{ ...exclusion, customer: null }, exclusion, exclusion]);
    expect([both.find(0, 5.5, 9, 'C1'), both.find(0, 5, 9, 'C7'), both.find(0, 5, 8, 'C1')]).toEqual([1, 0, undefined]);
  });

  it('DEM-83 excludes no line that is cancelled anyway, so that its return finds no other sale', () => {
    const lines = [saleOf(9, 5), saleOf(9, 6), returnOf(9, 7)];
    const exclusions = [{ place: 0, day: 6, qty: 9, customer: null }];
    expect(treatmentsOf(lines, { exclusions })).toEqual(['kept', 'cancelled', 'cancelled']);
  });

  it('DEM-82 flags outliers among kept lines and keeps them', () => {
    const usual = Array.from({ length: 20 }, (_, day) => saleOf(10, day));
    const lines = [...usual, saleOf(900, 30), saleOf(700, 31), returnOf(700, 32)];
    const { outliers, treatment } = cleanseLines(gatherLines(lines));
    expect([outliers.map((found) => found.line), lineTreatments[treatment[20] ?? 9]]).toEqual([[20], 'kept']);
  });
});

/** Few places, days, sizes and customers, so that there are many pairs and ties. */
const anyLine: fc.Arbitrary<DemandLine> = fc.record({
  place: fc.nat(1),
  day: fc.nat(60),
  qty: fc.constantFrom(1, 2, 3, 100),
  stream: fc.constantFrom(...demandStreams),
  customer: fc.constantFrom(null, 'C1', 'C2'),
  channel: fc.constantFrom(null, 'web', 'counter'),
});
const anyExclusion = fc.record({
  place: fc.nat(1),
  day: fc.nat(60),
  qty: fc.constantFrom(1, 2, 100),
  customer: fc.constantFrom(null, 'C1'),
});
const anyHistory = fc.record({
  lines: fc.array(anyLine, { maxLength: 60 }),
  exclusions: fc.array(anyExclusion, { maxLength: 4 }),
});

/** What became of the lines, without their order. */
function outcomeOf(lines: DemandLines, { treatment, outliers }: CleansedLines): string[] {
  const flagged = new Set(outliers.map((found) => found.line));
  return Array.from({ length: lines.count }, (_, at) => {
    const texts = [lines.customers[lines.customer[at] ?? -1], lines.channels[lines.channel[at] ?? -1]];
    const figures = [lines.place[at], lines.day[at], lines.qty[at], lines.stream[at]];
    return JSON.stringify([...figures, ...texts, treatment[at], flagged.has(at)]);
  }).sort();
}

describe('laws of cleansing', () => {
  it('does not depend on the order of the lines', () => {
    const shuffled = anyHistory.chain((history) => {
      const { length } = history.lines;
      const order = fc.shuffledSubarray(history.lines, { minLength: length, maxLength: length });
      return fc.tuple(fc.constant(history), order);
    });
    const starts = bucketStarts('week', 0, 61);
    const split = { byChannel: true, byStream: true };
    fc.assert(
      fc.property(shuffled, ([{ lines, exclusions }, others]) => {
        const [one, other] = [gatherLines(lines), gatherLines(others)];
        const [cleansed, otherCleansed] = [cleanseLines(one, { exclusions }), cleanseLines(other, { exclusions })];
        expect(outcomeOf(other, otherCleansed)).toEqual(outcomeOf(one, cleansed));
        expect(bucketDemand(other, otherCleansed, starts, split)).toEqual(bucketDemand(one, cleansed, starts, split));
      }),
    );
  });

  it('keeps what it kept when it cleanses again', () => {
    const kept = [lineTreatments.indexOf('kept'), lineTreatments.indexOf('returned')];
    fc.assert(
      fc.property(anyHistory, ({ lines, exclusions }) => {
        const once = cleanseLines(gatherLines(lines), { exclusions });
        const rest = lines.filter((_, at) => kept.includes(once.treatment[at] ?? 9));
        const again = cleanseLines(gatherLines(rest), { exclusions });
        expect([...again.treatment]).toEqual([...once.treatment].filter((code) => kept.includes(code)));
      }),
    );
  });

  it('DEM-80 to DEM-83 are the same line by line', () => {
    fc.assert(
      fc.property(anyHistory, ({ lines: all, exclusions }) => {
        const taken: number[][] = [];
        const cleanser = createHistoryCleanser(exclusions, (...line) => taken.push(line));
        for (const line of all) cleanser.add(line);
        cleanser.finish();
        const lines = gatherLines(all);
        const { treatment } = cleanseLines(lines, { exclusions });
        const kept = [...treatment.keys()].filter((at) => lineTreatments[treatment[at] ?? 9] === 'kept');
        const expected = kept.map((at) => [lines.place[at] ?? 0, lines.day[at] ?? 0, lines.qty[at] ?? 0]);
        const sorted = (rows: readonly number[][]) => rows.map((row) => row.join(' ')).sort();
        expect(sorted(taken)).toEqual(sorted(expected));
      }),
    );
  });

  it('DEM-84 sums over channels and streams give the whole', () => {
    const starts = bucketStarts('week', 0, 61);
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (all) => {
        const lines = gatherLines(all);
        const cleansed = cleanseLines(lines);
        const parts = bucketDemand(lines, cleansed, starts, { byChannel: true, byStream: true });
        for (const whole of bucketDemand(lines, cleansed, starts)) {
          const sum = new Float64Array(whole.values.length);
          for (const { place, values } of parts) {
            if (place === whole.place) values.forEach((value, bucket) => (sum[bucket] = (sum[bucket] ?? 0) + value));
          }
          expect(sum).toEqual(whole.values);
        }
      }),
    );
  });
});
