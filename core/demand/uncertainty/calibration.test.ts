import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import {
  achieved,
  addOutcome,
  calibrated,
  calibratedPromises,
  createCalibration,
  mergeCalibration,
  type Calibration,
} from './calibration.ts';
import { distributionOf, type TotalDemand } from './total-demand.ts';

const lumpy = 4;
const measured = { mean: 100, variance: 400, whole: false };

/** Totals that scatter `excess` times as far as was forecast. */
function filled(count: number, excess: number, total: TotalDemand = measured): Calibration {
  const calibration = createCalibration();
  const random = createRandom(2);
  const truth = distributionOf({ ...total, variance: total.variance * excess * excess });
  for (let outcome = 0; outcome < count; outcome += 1) addOutcome(calibration, lumpy, total, truth.quantile(random.next()));
  return calibration;
}

const outcomes = fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 60 });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

function calibrationOf(drawn: readonly number[]): Calibration {
  const calibration = createCalibration();
  for (const outcome of drawn) addOutcome(calibration, lumpy, measured, outcome);
  return calibration;
}

describe('calibrated', () => {
  it('DEM-77 asks for the promise itself without outcomes', () => {
    expect(calibrated(createCalibration(), lumpy, 10, 0.95)).toBe(0.95);
    fc.assert(
      fc.property(share, (promised) => Math.abs(calibrated(createCalibration(), lumpy, 10, promised) - promised) < 1e-12),
    );
  });

  it('DEM-77 gives the same bits for many promises at once, in any order of classes and bands', () => {
    const asked = fc.record({ demandClass: fc.integer({ min: 0, max: 4 }), mean: fc.double({ min: 0, max: 400, noNaN: true }) });
    fc.assert(
      fc.property(outcomes, fc.array(share, { minLength: 1, maxLength: 5 }), fc.array(asked), (drawn, promises, questions) => {
        const calibration = calibrationOf(drawn);
        const answer = calibratedPromises(calibration, Float64Array.from(promises));
        for (const { demandClass, mean } of questions) {
          const each = promises.map((promised) => calibrated(calibration, demandClass, mean, promised));
          expect([...answer(demandClass, mean)]).toEqual(each);
        }
      }),
    );
  });

  it('DEM-77 rises with the promise and stays between 0 and 0.9995', () => {
    fc.assert(
      fc.property(outcomes, share, share, (drawn, one, other) => {
        const calibration = calibrationOf(drawn);
        const asked = (promised: number) => calibrated(calibration, lumpy, 100, promised);
        expect(asked(Math.min(one, other))).toBeLessThanOrEqual(asked(Math.max(one, other)));
        expect([asked(one) > 0, asked(0.9999999) <= 0.9995]).toEqual([true, true]);
      }),
    );
  });

  it('DEM-77 asks for more where outcomes scattered further than was forecast, and hardly moves where they did not', () => {
    expect(calibrated(filled(4000, 1.5), lumpy, 100, 0.95)).toBeGreaterThan(0.98);
    expect(calibrated(filled(4000, 1), lumpy, 100, 0.95)).toBeCloseTo(0.95, 2);
  });

  it('DEM-77 makes quantiles cover what they promise', () => {
    const calibration = filled(20_000, 1.4);
    const truth = distributionOf({ ...measured, variance: measured.variance * 1.96 });
    for (const promised of [0.5, 0.8, 0.9, 0.95]) {
      const quantile = distributionOf(measured).quantile(calibrated(calibration, lumpy, 100, promised));
      expect(Math.abs(truth.cumulative(quantile) - promised)).toBeLessThan(0.015);
    }
  });

  it('DEM-76 learns by class and band of volume', () => {
    const calibration = filled(4000, 1.5);
    expect([calibrated(calibration, 3, 100, 0.95), calibrated(calibration, lumpy, 10, 0.95)]).toEqual([0.95, 0.95]);
    expect([50, 199].map((mean) => calibrated(calibration, lumpy, mean, 0.95) > 0.98)).toEqual([true, true]);
    expect([49.9, 200].map((mean) => calibrated(calibration, lumpy, mean, 0.95))).toEqual([0.95, 0.95]);
  });
});

describe('addOutcome', () => {
  const counted = { mean: 4, variance: 12, whole: true };
  const sumOf = ({ counts }: Calibration) => counts.reduce((sum, count) => sum + count, 0);

  it('DEM-76 counts each outcome once, wherever it falls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 30 }), fc.boolean(), (drawn, whole) => {
        const calibration = createCalibration();
        for (const outcome of drawn) addOutcome(calibration, lumpy, { ...counted, whole }, outcome);
        expect(sumOf(calibration)).toBeCloseTo(drawn.length, 9);
      }),
    );
  });

  it('DEM-76 spreads a count from the probability of less to halfway to that of no more', () => {
    const calibration = createCalibration();
    addOutcome(calibration, lumpy, counted, 3);
    const distribution = distributionOf(counted);
    const lower = distribution.cumulative(2);
    const upper = (lower + distribution.cumulative(3)) / 2;
    const places = [...calibration.counts.keys()]
      .filter((place) => (calibration.counts[place] ?? 0) > 0)
      .map((place) => place % 200);
    expect([places[0], places.at(-1)]).toEqual([Math.floor(lower * 200), Math.floor(upper * 200)]);
  });

  it('adds up from parts', () => {
    const whole = calibrationOf([10, 90, 240]);
    const part = calibrationOf([10]);
    mergeCalibration(part, calibrationOf([90, 240]));
    expect(part).toEqual(whole);
  });
});

describe('achieved', () => {
  it('is NaN without outcomes, and what was promised where the distribution is right', () => {
    expect(achieved(createCalibration(), lumpy, 0.95)).toBeNaN();
    expect(achieved(filled(4000, 1), lumpy, 0.95)).toBeCloseTo(0.95, 2);
  });

  it('tells how much less was covered where outcomes scattered further', () => {
    expect(achieved(filled(4000, 1.5), lumpy, 0.95)).toBeLessThan(0.9);
    expect(achieved(filled(4000, 1.5), 1, 0.95)).toBeNaN();
  });
});
