import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arimaName, type ArimaOrder } from './arima-order.ts';
import { armaMoments } from './arma-autocovariance.ts';
import { armaInnovations, predictionErrors } from './arma-innovations.ts';
import { coefficientsOf, multiplyLags } from './arma.ts';
import { chooseDifferences } from './choose-differences.ts';
import { difference, integrate } from './difference.ts';
import { fitArima } from './fit-arima.ts';
import { forecastArima } from './forecast-arima.ts';
import { kpssStatistic } from './kpss-statistic.ts';
import { predictArima } from './predict-arima.ts';
import { areRootsInside } from '#core/demand/models/are-roots-inside.ts';

const mean: ArimaOrder = { p: 0, d: 0, q: 0, seasonalP: 0, seasonalD: 0, seasonalQ: 0, period: 1, hasMean: true };
const partials = (maxLength: number) => fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { maxLength });
const noisy = Float64Array.from({ length: 60 }, (_, index) => 20 + ((index * 37) % 17) + ((index * index) % 11));

describe('differences', () => {
  it('DEM-37 are taken and summed up again', () => {
    expect([...difference(Float64Array.of(1, 4, 9), 1)]).toEqual([3, 5]);
    expect([...integrate(Float64Array.of(7, 9), 1, Float64Array.of(1, 2))]).toEqual([10, 12]);
    const values = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);
    expect(integrate(values.subarray(0, 5), 3, difference(values, 3).subarray(2))).toEqual(values.subarray(5));
  });

  it('DEM-37 are wanted by what wanders and by what has a strong season', () => {
    expect(kpssStatistic(Float64Array.of(1, -1, 1, -1))).toBe(0.125);
    expect(chooseDifferences(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1).regular).toBe(1);
    expect(chooseDifferences(noisy, 1)).toMatchObject({ seasonal: 0, regular: 0 });
    const seasonal = noisy.map((value, index) => value + 100 * Math.sin((index * Math.PI) / 6));
    expect(chooseDifferences(seasonal, 12)).toMatchObject({ seasonal: 1, regular: 0 });
  });
});

describe('processes', () => {
  it('DEM-38 have coefficients by their partial autocorrelations, and stay stationary', () => {
    expect([...coefficientsOf([0.5, 0.2])]).toEqual([0.4, 0.2]);
    expect([...multiplyLags(Float64Array.of(0.5), Float64Array.of(0.4), 2)]).toEqual([0.5, 0.4, -0.2]);
    fc.assert(
      fc.property(partials(5), partials(2), (own, seasonal) => {
        const ar = multiplyLags(coefficientsOf(own), coefficientsOf(seasonal), 4);
        expect(areRootsInside(Float64Array.of(1, ...ar.map((coefficient) => -coefficient)))).toBe(true);
      }),
    );
  });

  it('DEM-38 have the moments of a first-order autoregression', () => {
    const process = { ar: Float64Array.of(0.5), ma: new Float64Array(0) };
    const { ofValues } = armaMoments(process);
    expect([ofValues[0], ofValues[1]]).toEqual([expect.closeTo(4 / 3, 12), expect.closeTo(2 / 3, 12)]);
    const innovations = armaInnovations(process, 3);
    expect([...innovations.variances]).toEqual([expect.closeTo(4 / 3, 12), expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    expect([...predictionErrors(process, innovations, Float64Array.of(2, 4))]).toEqual([2, 3]);
  });

  it('DEM-38 have the likelihood of their whole covariance matrix', () => {
    const count = 9;
    fc.assert(
      fc.property(partials(3), partials(3), (ofAr, ofMa) => {
        const ar = coefficientsOf(ofAr);
        const process = { ar, ma: coefficientsOf(ofMa).map((coefficient) => -coefficient) };
        const padded = Float64Array.from({ length: count }, (_, lag) => ar[lag] ?? 0);
        const { ofValues } = armaMoments({ ...process, ar: padded });
        const innovations = armaInnovations(process, count);
        const errors = predictionErrors(process, innovations, noisy.subarray(0, count));
        const exact = eliminate((row, column) => ofValues[Math.abs(row - column)] ?? 0, noisy.subarray(0, count));
        for (let row = 0; row < count; row += 1) {
          expect(innovations.variances[row]).toBeCloseTo(exact.pivots[row] ?? NaN, 6);
          expect(errors[row]).toBeCloseTo(exact.rests[row] ?? NaN, 5);
        }
      }),
    );
  });
});

/** Elimination of a covariance matrix: its pivots are the variances of the prediction errors, what rests of the values the errors. */
function eliminate(covariance: (row: number, column: number) => number, values: Float64Array) {
  const rows = Array.from(values, (value, row) => [...Array.from(values, (_, column) => covariance(row, column)), value]);
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 0);
      pivot.forEach((value, column) => (row[column] = (row[column] ?? 0) - factor * value));
    }
  });
  return { pivots: rows.map((row, at) => row[at] ?? 0), rests: rows.map((row) => row.at(-1) ?? 0) };
}

describe('ARIMA models', () => {
  it('DEM-39 are named as usual', () => {
    const order = { ...mean, p: 2, d: 1, q: 1, seasonalD: 1, period: 12, hasMean: false };
    expect(arimaName(order)).toBe('ARIMA(2,1,1)(0,1,0)[12]');
    expect(arimaName(mean)).toBe('ARIMA(0,0,0) with non-zero mean');
  });

  it('DEM-38 without orders are the mean', () => {
    const fitted = fitArima(noisy, mean);
    const average = noisy.reduce((sum, value) => sum + value, 0) / noisy.length;
    expect(fitted?.mean).toBeCloseTo(average, 9);
    expect(fitted && [...predictArima(fitted, noisy, 2).mean]).toEqual([expect.closeTo(average, 9), expect.closeTo(average, 9)]);
  });

  it('DEM-38 predict a random walk by its last value, ever less surely', () => {
    const order = { ...mean, d: 1, hasMean: false };
    const fitted = fitArima(difference(noisy, 1), order);
    if (fitted === null) throw new Error('no fit');
    const prediction = predictArima(fitted, noisy, 3);
    expect([...prediction.mean]).toEqual(new Array(3).fill(noisy.at(-1)));
    const [first = 0, second, third] = prediction.variance;
    expect([second, third]).toEqual([expect.closeTo(2 * first, 9), expect.closeTo(3 * first, 9)]);
  });

  it('DEM-38 have no fit with fewer values than they need', () => {
    expect(fitArima(Float64Array.of(1, 2), mean)).toBeNull();
    expect(fitArima(noisy, { ...mean, seasonalP: 2, period: 30 })).toBeNull();
  });

  it('DEM-39 carry on what is steady or straight', () => {
    expect([...forecastArima(Float64Array.of(5, 5, 5, 5), 2, { period: 1 })]).toEqual([5, 5]);
    const straight = Float64Array.from({ length: 20 }, (_, index) => 3 + 2 * index);
    const [first, second] = forecastArima(straight, 2, { period: 1 });
    expect([first, second]).toEqual([expect.closeTo(43, 6), expect.closeTo(45, 6)]);
  });
});
