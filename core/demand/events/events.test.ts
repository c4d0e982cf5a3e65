import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import { applyEvent } from './apply-event.ts';
import { addEvidence, eventEvidence, noEvidence, type EventEvidence } from './event-evidence.ts';
import { eventFactor } from './event-factor.ts';
import { eventShares } from './event-shares.ts';
import { takeOutEvents } from './take-out-events.ts';

const weeks = Int32Array.from({ length: 27 }, (_, week) => 7 * week);

function flat(level: number): Float64Array {
  return new Float64Array(weeks.length - 1).fill(level);
}

describe('eventShares', () => {
  it('DEM-86 is the share of the days of a bucket, each counted once', () => {
    const two = Int32Array.of(0, 7, 14);
    expect([...eventShares(two, [{ firstDay: 5, days: 9 }])]).toEqual([2 / 7, 1]);
    const overlapping = [
      { firstDay: 6, days: 3 },
      { firstDay: 5, days: 2 },
      { firstDay: 5, days: 3 },
      { firstDay: -9, days: 3 },
      { firstDay: 14, days: 1 },
    ];
    expect([...eventShares(two, overlapping)]).toEqual([2 / 7, 2 / 7]);
    expect(eventShares(Int32Array.of(3), []).length).toBe(0);
  });
});

describe('takeOutEvents', () => {
  it('DEM-86 does not know the baseline of a bucket in which an event holds for a day', () => {
    expect([...takeOutEvents(Float64Array.of(4, 9, 5), Float64Array.of(0, 1, 0))]).toEqual([4, NaN, 5]);
    expect([...takeOutEvents(Float64Array.of(4, 9), Float64Array.of(1 / 7, 0))]).toEqual([NaN, 9]);
  });
});

describe('eventEvidence', () => {
  it('DEM-87 compares the weeks of an event with those around it', () => {
    const values = flat(10);
    values[8] = 25;
    const shares = eventShares(weeks, [{ firstDay: 56, days: 7 }]);
    expect(eventEvidence(values, shares)).toEqual({ buckets: 1, observed: 25, baseline: 10, exposure: 10, variance: 0 });
  });

  it('DEM-87 leaves out weeks that are unknown or have another event', () => {
    const values = flat(10);
    values.set([100, 25, NaN], 7);
    const shares = eventShares(weeks, [{ firstDay: 56, days: 14 }]);
    const others = eventShares(weeks, [
      { firstDay: 49, days: 21 },
      { firstDay: 56, days: 14 },
    ]);
    expect(eventEvidence(values, shares, others)).toEqual({ buckets: 1, observed: 25, baseline: 10, exposure: 10, variance: 0 });
    const half = eventShares(weeks, [{ firstDay: 56, days: 3 }]);
    expect(eventEvidence(values, half, others).buckets).toBe(0);
    expect(eventEvidence(Float64Array.of(9), Float64Array.of(1))).toEqual(noEvidence);
  });

  it('DEM-87 takes the mean for the variance where one value is all there is', () => {
    expect(eventEvidence(Float64Array.of(8, 20), Float64Array.of(0, 1)).variance).toBe(16);
    expect(eventEvidence(Float64Array.of(8, 20, 12), Float64Array.of(0, 1, 0)).variance).toBe(12);
  });
});

describe('eventFactor', () => {
  it('DEM-87 shrinks to what is believed, by how certain the series is', () => {
    const evidence: EventEvidence = { buckets: 1, observed: 25, baseline: 10, exposure: 10, variance: 100 };
    expect(eventFactor(evidence)).toEqual({ factor: 1.75, own: 2.5, error: 1, weight: 0.5 });
    expect(eventFactor(evidence, { factor: 2, deviation: 0 }).factor).toBe(2);
    expect(eventFactor({ ...evidence, variance: 0 }, { factor: 9 })).toMatchObject({ factor: 2.5, weight: 1 });
    expect(eventFactor({ ...evidence, observed: 0, exposure: 5, variance: 0 }).factor).toBe(0);
    expect(eventFactor(noEvidence, { factor: 1.4 })).toEqual({ factor: 1.4, own: NaN, error: Infinity, weight: 0 });
  });

  it('DEM-87 finds the factor again that applyEvent put in, whatever part of the weeks it held for', () => {
    const time = fc.record({ firstDay: fc.integer({ min: 40, max: 80 }), days: fc.integer({ min: 1, max: 21 }) });
    fc.assert(
      fc.property(time, fc.double({ min: 0, max: 5, noNaN: true }), (one, factor) => {
        const shares = eventShares(weeks, [one]);
        expect(eventFactor(eventEvidence(applyEvent(flat(10), shares, factor), shares)).factor).toBeCloseTo(factor, 9);
      }),
    );
  });

  it('DEM-87 is right on average for steady demand, and believes little of rare demand', () => {
    const shares = eventShares(weeks, [{ firstDay: 91, days: 7 }]);
    const factorsAt = (mean: number, factor: number): number[] =>
      Array.from({ length: 400 }, (_, seed) => {
        const random = createRandom(seed);
        const values = applyEvent(flat(mean), shares, factor).map((expected) => random.poisson(expected));
        return eventFactor(eventEvidence(values, shares)).factor;
      });
    const meanOf = (factors: readonly number[]) => factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
    expect(Math.abs(meanOf(factorsAt(100, 2)) - 2)).toBeLessThan(0.03);
    const rare = factorsAt(0.2, 1).map((factor) => Math.abs(factor - 1));
    expect(meanOf(rare)).toBeLessThan(0.35);
  });

  it('DEM-87 lets the items of a family speak together', () => {
    const random = createRandom(7);
    const shares = eventShares(weeks, [{ firstDay: 91, days: 7 }]);
    let family = noEvidence;
    for (let item = 0; item < 300; item += 1) {
      const values = applyEvent(flat(0.5), shares, 3).map((expected) => random.poisson(expected));
      family = addEvidence(family, eventEvidence(values, shares));
    }
    const { factor, weight } = eventFactor(family);
    expect([Math.abs(factor - 3) < 0.5, weight > 0.9]).toEqual([true, true]);
  });
});

describe('applyEvent', () => {
  it('DEM-88 multiplies a forecast by the share of the days; events multiply each other', () => {
    const mean = applyEvent(Float64Array.of(10, 10, 10), Float64Array.of(0, 0.5, 1), 3);
    expect([...mean]).toEqual([10, 20, 30]);
    expect([...applyEvent(mean, Float64Array.of(1, 1, 1), 0.5)]).toEqual([5, 10, 15]);
  });
});
