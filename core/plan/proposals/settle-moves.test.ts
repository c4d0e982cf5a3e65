import { describe, expect, it } from 'vitest';
import { settleMoves, valueBetween, type Inflow, type OpenNeed } from './settle-moves.ts';

const lines = (...grains: readonly number[]): readonly OpenNeed[] =>
  grains.map((each) => ({ grains: each, isUnordered: false, value: 5 }));
const inflow = (grains: number, more: Partial<Inflow> = {}): Inflow => ({
  ...{ grains, multiple: 1, least: 1, unitCost: 1 },
  ...more,
});
const whole = { isDivisible: false, multiple: 1, leastRest: 0, takesMore: false };

describe('settleMoves', () => {
  it('REB-11 replaces whole lines in their order', () => {
    expect(settleMoves(lines(10, 10), whole, [inflow(15)])).toEqual([10]);
    expect(settleMoves(lines(10, 10), whole, [inflow(8), inflow(14)])).toEqual([8, 12]);
    expect(settleMoves(lines(10, 10), whole, [inflow(9)])).toEqual([0]);
  });

  it('REB-11 replaces a part where the rest stays at the minimum, in the multiple of the lane', () => {
    const divisible = { ...whole, isDivisible: true, multiple: 3 };
    expect(settleMoves(lines(10), divisible, [inflow(8)])).toEqual([6]);
    expect(settleMoves(lines(10), { ...divisible, leastRest: 6 }, [inflow(8)])).toEqual([3]);
  });

  it('REB-11 moves no more than the lines where that could disturb later ones', () => {
    const packs = [inflow(12, { multiple: 6, least: 6 })];
    expect(settleMoves(lines(10), { ...whole, isDivisible: true, takesMore: true }, packs)).toEqual([12]);
    expect(settleMoves(lines(10), { ...whole, isDivisible: true }, packs)).toEqual([6]);
    expect(settleMoves(lines(10), whole, packs)).toEqual([0]);
  });

  it('REB-4 drops what no longer pays or falls below its least', () => {
    expect(settleMoves(lines(10, 10), whole, [inflow(15, { least: 12 })])).toEqual([0]);
    expect(settleMoves(lines(10), whole, [inflow(10, { unitCost: 5 })])).toEqual([0]);
    expect(settleMoves([{ grains: 10, isUnordered: true, value: 5 }], whole, [inflow(7)])).toEqual([7]);
    expect(valueBetween(lines(10, 10), 8, 25)).toBe(60);
  });
});
