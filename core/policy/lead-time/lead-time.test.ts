import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneStatistics } from './lane-statistics.ts';
import { learnLeadTimes } from './learn-lead-times.ts';
import { mostLeadTimeDays, receiptTimes } from './receipt-times.ts';
import { shrinkToParent, shrunkValue } from './shrink-to-parent.ts';

/** Receipts ordered on day 0 without a promise, unless one is given. */
function receiptsOf(lanes: readonly number[], receivedDays: readonly number[], promisedDays?: readonly number[]) {
  const unknown = lanes.map(() => NaN);
  return { lanes, orderedDays: lanes.map(() => 0), receivedDays, promisedDays: promisedDays ?? unknown };
}

describe('lead times from receipts', () => {
  it('POL-42 leave out receipts before their order or years after it, and promises that far away', () => {
    const receipts = receiptsOf([0, 0, 0, 0, 0], [12, -3, mostLeadTimeDays + 1, NaN, 30], [10, 0, 0, 5, -5000]);
    const times = receiptTimes(receipts);
    expect([...times.leadTimes]).toEqual([12, NaN, NaN, NaN, 30]);
    expect([...times.lateness]).toEqual([2, NaN, NaN, NaN, NaN]);
    expect(times.ignoredCount).toBe(2);
  });

  it('POL-42 still knows how late a receipt was whose order date is missing', () => {
    const times = receiptTimes({ lanes: [0], orderedDays: [NaN], promisedDays: [10], receivedDays: [12] });
    expect([times.leadTimes[0], times.lateness[0], times.ignoredCount]).toEqual([NaN, 2, 0]);
  });

  it('POL-43 state mean, sample deviation, median and 90% quantile of each lane', () => {
    const { counts, means, sds, medians, p90s } = laneStatistics([0, 0, 2, 0, 7], [10, 12, 9, 20, 1], 3);
    expect([...counts]).toEqual([3, 0, 1]);
    expect([...means]).toEqual([14, NaN, 9]);
    expect(sds[0]).toBeCloseTo(5.291502622129181, 12);
    expect([sds[1], sds[2]]).toEqual([NaN, NaN]);
    expect([medians[0], medians[2]]).toEqual([12, 9]);
    expect(p90s[0]).toBeCloseTo(18.4, 12);
  });

  it('POL-45 draw a lane towards its mode by n ÷ (n + 10), deviations as variances', () => {
    expect(shrunkValue(40, 10, 60)).toBe(50);
    const own = laneStatistics(Array<number>(10).fill(0), [37, 43, 37, 43, 37, 43, 37, 43, 37, 43], 2);
    const mode = laneStatistics([0, 0, 0], [50, 60, 70], 1);
    const found = shrinkToParent(own, [0, 0], mode);
    expect([...found.means]).toEqual([50, 60]);
    expect(found.sds[0]).toBeCloseTo(Math.sqrt((10 + 100) / 2), 12);
    expect([found.sds[1], found.p90s[1], found.medians[0]]).toEqual([10, 68, 50]);
    expect(shrinkToParent(own, [0, 0], laneStatistics([], [], 1)).means).toEqual(own.means);
  });

  it('POL-44 learn lateness apart from lead time, and what the mode knows where a lane is new', () => {
    const receipts = receiptsOf([0, 0, 0, 1], [10, 12, 20, 40], [11, 11, 11, NaN]);
    const learnt = learnLeadTimes(receipts, [0, 1, 0], 2, 1);
    expect([...learnt.leadTimes.own.means]).toEqual([14, 40, NaN]);
    expect([...learnt.lateness.own.means]).toEqual([3, NaN, NaN]);
    expect(learnt.lateShares.own[0]).toBeCloseTo(1 / 3, 12);
    // All: mean 20.5; the mode of lanes 0 and 2: 3/13·14 + 10/13·20.5 = 19; lane 2 has seen nothing of its own.
    expect(learnt.leadTimes.estimates.means[2]).toBeCloseTo(19, 12);
    expect(learnt.leadTimes.estimates.means[0]).toBeCloseTo((3 * 14 + 10 * 19) / 13, 12);
    // Nobody promised anything in the mode of lane 1: all that is known of promises holds for it.
    expect(learnt.lateness.estimates.means[1]).toBe(3);
    expect(learnt.lateShares.estimates[1]).toBeCloseTo(1 / 3, 12);
    expect(learnLeadTimes(receiptsOf([0, 0, 0], [10, 12, 20]), [0], 1).leadTimes.estimates.means[0]).toBe(14);
  });
});

describe('lead times of any lane', () => {
  it('POL-45 lie between the own value and the parent value, nearer to the own the more is seen', () => {
    const days = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(days, days, fc.nat(200), (own, parent, count) => {
        const estimate = shrunkValue(own, count, parent);
        expect(estimate).toBeGreaterThanOrEqual(Math.min(own, parent) - 1e-9);
        expect(estimate).toBeLessThanOrEqual(Math.max(own, parent) + 1e-9);
        expect(Math.abs(shrunkValue(own, count + 1, parent) - own)).toBeLessThanOrEqual(Math.abs(estimate - own) + 1e-9);
      }),
    );
  });
});
