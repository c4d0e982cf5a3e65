import { describe, expect, it } from 'vitest';
import { returnOf, saleOf } from './testing/demand-line.ts';
import { readWholesalerLines, recallAndPrecision, wholesalers } from './testing/wholesaler-lines.ts';
import { gatherLines, type DemandLine } from './gather-lines.ts';
import { pairCancelledLines } from './pair-cancelled-lines.ts';

const partners = (lines: readonly DemandLine[]) => [...pairCancelledLines(gatherLines(lines))];

describe('pairCancelledLines', () => {
  it('DEM-81 pairs a sale with the return of the same customer and size that follows within 30 days', () => {
    expect(partners([saleOf(80, 1), returnOf(80, 3)])).toEqual([1, 0]);
    expect(partners([saleOf(80, 1), returnOf(80, 31)])).toEqual([1, 0]);
    expect(partners([saleOf(80, 1), returnOf(80, 32)])).toEqual([-1, -1]);
    expect(partners([returnOf(80, 1), saleOf(80, 2)])).toEqual([-1, -1]);
    expect(partners([saleOf(80, 1), returnOf(79, 1)])).toEqual([-1, -1]);
    expect(partners([saleOf(80, 1), returnOf(80, 1, { customer: 'C2' })])).toEqual([-1, -1]);
    expect(partners([saleOf(80, 1), returnOf(80, 1, { place: 1 })])).toEqual([-1, -1]);
    expect(partners([saleOf(80, 1, { customer: null }), returnOf(80, 1, { customer: null })])).toEqual([-1, -1]);
    expect(partners([saleOf(80, 1, { stream: 'consumption' }), returnOf(80, 1)])).toEqual([-1, -1]);
  });

  it('DEM-81 gives each return the latest sale that is left', () => {
    expect(partners([saleOf(5, 1), saleOf(5, 4), returnOf(5, 6), returnOf(5, 7), returnOf(5, 8)])).toEqual([3, 2, 1, 0, -1]);
    expect(partners([saleOf(5, 1), returnOf(5, 2), saleOf(5, 3)])).toEqual([1, 0, -1]);
  });

  it('DEM-81 takes a sale and a return of one day for a pair, unless the times say that the return came first', () => {
    expect(partners([returnOf(5, 7), saleOf(5, 7)])).toEqual([1, 0]);
    expect(partners([returnOf(5, 7.4), saleOf(5, 7.6)])).toEqual([-1, -1]);
    expect(partners([saleOf(5, 1.9), returnOf(5, 31.1)])).toEqual([1, 0]);
  });

  it.each(wholesalers)('DEM-81 finds the cancelled sales of a wholesaler (%s)', () => {
    // The returns of 29 cancelled sales lie behind the end of the data: 98.3 % is all there is to find.
    const timed = readWholesalerLines(true);
    const byTime = pairCancelledLines(gatherLines(timed.map(({ line }) => line)));
    const perMille = (shares: readonly number[]) => shares.map((share) => Math.round(share * 1000));
    expect(perMille(recallAndPrecision(timed, byTime, { type: 'X', stream: 'sale' }))).toEqual([983, 1000]);
    expect(perMille(recallAndPrecision(timed, byTime, { type: 'Y', stream: 'return' }))).toEqual([997, 1000]);

    // Without times a return that came before a sale of the same day is taken for its cancellation.
    const dated = readWholesalerLines(false);
    const byDate = pairCancelledLines(gatherLines(dated.map(({ line }) => line)));
    const [recall, precision] = recallAndPrecision(dated, byDate, { type: 'X', stream: 'sale' });
    expect([recall > 0.94, precision > 0.91]).toEqual([true, true]);
  });
});
