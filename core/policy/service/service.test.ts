import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalExceedance } from '#core/statistics/normal-cumulative.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';
import { differentiateByClass } from './differentiate-by-class.ts';
import { differentiateService } from './differentiate-service.ts';
import { exchangeCurve } from './exchange-curve.ts';
import { marginalFactors } from './marginal-factors.ts';
import { marginalTotals } from './marginal-totals.ts';
import { multiplierRange } from './multiplier-range.ts';
import { serviceAt } from './service-at.ts';
import { serviceColumns, type ServiceItems } from './service-items.ts';

const one: ServiceItems = { demand: [100], orderQuantity: [20], sigma: [8], unitValue: [3] };
const pair: ServiceItems = { demand: [100, 100], orderQuantity: [20, 20], sigma: [8, 8], unitValue: [1, 10] };

describe('service of one class', () => {
  it('POL-39 sets the factor where a unit more costs what it saves', () => {
    const columns = serviceColumns(one);
    expect([columns.ratio[0], columns.shortagePerLoss[0], columns.valuePerFactor[0]]).toEqual([0.6, 40, 24]);
    const factors = new Float64Array(1);
    const { shortage, value } = marginalFactors(columns, 6, factors);
    expect(factors[0]).toBeCloseTo(1.2815515655446004, 12);
    expect(shortage).toBeCloseTo(40 * normalLoss(1.2815515655446004), 12);
    expect(value).toBeCloseTo(24 * 1.2815515655446004, 12);
    expect(serviceAt(one, columns, Float64Array.of(1)).fillRates[0]).toBeCloseTo(0.966673772, 6);
    expect(multiplierRange(serviceColumns({ ...pair, unitValue: [3, 10] })).low).toBeCloseTo(1.2, 12);
  });

  it('POL-39 gives the cheaper of two equal items more, and both together the fill rate asked for', () => {
    const found = differentiateService(pair, { kind: 'fillRate', fillRate: 0.97 });
    expect(found.isReached).toBe(true);
    expect(found.fillRate).toBeCloseTo(0.97, 10);
    expect(found.factors[0]!).toBeGreaterThan(found.factors[1]!);
    // Both at the same price of a shortage: 0.2 · P(Z > k) ÷ v.
    expect(normalExceedance(found.factors[0]!) * 10).toBeCloseTo(normalExceedance(found.factors[1]!), 10);
    expect(found.fillRates[0]! + found.fillRates[1]!).toBeCloseTo(1.94, 9);
    expect(found.value).toBeCloseTo(found.safetyStocks[0]! + 10 * found.safetyStocks[1]!, 9);
  });

  it('POL-40 spends a budget whole, and the value of a fill rate buys that fill rate', () => {
    const byRate = differentiateService(pair, { kind: 'fillRate', fillRate: 0.97 });
    const byValue = differentiateService(pair, { kind: 'budget', value: byRate.value });
    expect(byValue.value).toBeCloseTo(byRate.value, 8);
    expect(byValue.fillRate).toBeCloseTo(0.97, 9);
  });

  it('POL-40 keeps factors from 0 to 4 and says when that is not enough', () => {
    const loose = differentiateService(pair, { kind: 'fillRate', fillRate: 0.5 });
    expect([[...loose.factors], loose.isReached]).toEqual([[0, 0], true]);
    const tight = differentiateService(pair, { kind: 'fillRate', fillRate: 0.9999999 });
    expect([[...tight.factors], tight.isReached]).toEqual([[4, 4], false]);
    const rich = differentiateService(pair, { kind: 'budget', value: 1e9 });
    expect([[...rich.factors], rich.isReached]).toEqual([[4, 4], true]);
    expect(differentiateService(pair, { kind: 'budget', value: -1 }).isReached).toBe(false);
  });

  it('POL-39 leaves out what never falls short, stocks free items fully and no item short of more than its demand', () => {
    const items: ServiceItems = {
      demand: [0, 100, 100, 50, 10],
      orderQuantity: [0, 20, 20, 20, 1],
      sigma: [5, 0, 8, 4, 80],
      unitValue: [2, 2, 0, 1, 1],
    };
    const found = differentiateService(items, { kind: 'fillRate', fillRate: 0.96 });
    expect([...found.factors.subarray(0, 3)]).toEqual([0, 0, 4]);
    expect([...found.fillRates.subarray(0, 2)]).toEqual([1, 1]);
    expect(found.fillRate).toBeCloseTo(0.96, 9);
    const none = differentiateService(items, { kind: 'budget', value: 0 });
    expect(none.fillRates[4]).toBe(0);
    expect(() => differentiateService({ ...items, orderQuantity: [0, 0, 0, 0, 0] }, { kind: 'budget', value: 1 })).toThrow(
      'order quantity above 0',
    );
    expect(() => differentiateService({ ...items, unitValue: [1, 1, 1, 1, -1] }, { kind: 'budget', value: 1 })).toThrow(
      'not negative',
    );
    expect(differentiateService({ ...items, demand: [0, 0, 0, 0, 0] }, { kind: 'fillRate', fillRate: 1 }).fillRate).toBe(1);
  });

  it('POL-40 gives each class its own target', () => {
    const items: ServiceItems = { demand: [90, 40, 60], orderQuantity: [9, 9, 9], sigma: [6, 5, 7], unitValue: [1, 5, 2] };
    const found = differentiateByClass(
      items,
      [0, 1, 0],
      [
        { kind: 'fillRate', fillRate: 0.98 },
        { kind: 'budget', value: 25 },
      ],
    );
    const alone = differentiateService(items, { kind: 'fillRate', fillRate: 0.98 }, [0, 2]);
    expect([found.factors[0], found.factors[2]]).toEqual([...alone.factors]);
    expect(found.safetyStocks[1]).toBeCloseTo(5, 9);
    expect(found.classes.map(({ isReached }) => isReached)).toEqual([true, true]);
    expect(found.classes[0]?.fillRate).toBeCloseTo(0.98, 9);
    expect(differentiateByClass(items, [0, 7, 0], [{ kind: 'budget', value: 1 }]).fillRates[1]).toBeNaN();
  });
});

describe('exchange curve', () => {
  it('POL-41 starts without safety stock, states what is held now, and what the orders hold', () => {
    const curve = exchangeCurve(pair, 12, [8, 8]);
    expect(curve.differentiated).toHaveLength(12);
    expect(curve.differentiated[0]?.value).toBe(0);
    expect(curve.uniform[0]).toEqual({ factor: 0, value: 0, fillRate: curve.differentiated[0]?.fillRate });
    expect(curve.current?.value).toBe(88);
    expect(curve.current?.fillRate).toBeCloseTo(1 - (8 * normalLoss(1)) / 20, 12);
    expect(curve.cycleStockValue).toBe(110);
    expect(exchangeCurve(pair, 3).current).toBeUndefined();
    expect(() => exchangeCurve(pair, 2)).toThrow('three points');
  });

  it('POL-41 is a point where no factor matters', () => {
    const still = exchangeCurve({ demand: [10], orderQuantity: [5], sigma: [0], unitValue: [2] }, 5, [3]);
    expect(still.differentiated.map(({ fillRate, value }) => [fillRate, value])).toEqual([[1, 0]]);
    expect(still.current).toEqual({ fillRate: 1, value: 6 });
  });
});

const anyItems = fc
  .array(
    fc.record({
      demand: fc.integer({ min: 1, max: 5000 }),
      orderShare: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
      spread: fc.double({ min: 0.3, max: 2, noNaN: true }),
      unitValue: fc.double({ min: 0.1, max: 500, noNaN: true }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((rows): ServiceItems => ({
    demand: rows.map(({ demand }) => demand),
    orderQuantity: rows.map(({ demand, orderShare }) => demand * orderShare),
    // A deviation of at most two order quantities: no item is short of more than its demand.
    sigma: rows.map(({ demand, orderShare, spread }) => demand * orderShare * spread),
    unitValue: rows.map(({ unitValue }) => unitValue),
  }));

describe('service of any class', () => {
  it('POL-39 has the same totals from the table as item by item', () => {
    fc.assert(
      fc.property(anyItems, fc.double({ min: -3, max: 8, noNaN: true }), (items, logarithm) => {
        const columns = serviceColumns(items);
        const exact = marginalFactors(columns, Math.exp(logarithm));
        const tabulated = marginalTotals(columns, logarithm);
        expect(Math.abs(tabulated.shortage - exact.shortage)).toBeLessThanOrEqual(1e-11 * exact.shortage);
        // Near 0 a factor has no relative precision: the value of one deviation is the measure.
        const oneDeviation = columns.valuePerFactor.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(tabulated.value - exact.value)).toBeLessThanOrEqual(1e-11 * (exact.value + oneDeviation));
      }),
    );
  });

  it('POL-39 holds no more than one factor for all at the same fill rate', () => {
    fc.assert(
      fc.property(anyItems, fc.double({ min: 0.2, max: 3.5, noNaN: true }), (items, factor) => {
        const columns = serviceColumns(items);
        const same = serviceAt(items, columns, new Float64Array(columns.places.length).fill(factor));
        const found = differentiateService(items, { kind: 'fillRate', fillRate: same.fillRate });
        expect(found.fillRate).toBeGreaterThanOrEqual(same.fillRate - 1e-9);
        expect(found.value).toBeLessThanOrEqual(same.value * (1 + 1e-6) + 1e-9);
      }),
    );
  });

  it('POL-41 rises in both coordinates, and each point reproduces its targets', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 3, max: 15 }), (items, count) => {
        const { differentiated } = exchangeCurve(items, count);
        for (const [at, { fillRate, value }] of differentiated.entries()) {
          const before = differentiated[at - 1];
          if (before === undefined) continue;
          expect(fillRate).toBeGreaterThanOrEqual(before.fillRate);
          expect(value).toBeGreaterThanOrEqual(before.value);
          const byRate = differentiateService(items, { kind: 'fillRate', fillRate });
          const byValue = differentiateService(items, { kind: 'budget', value });
          expect(byRate.value).toBeCloseTo(value, -Math.floor(Math.log10(value + 1)) + 5);
          expect(byValue.fillRate).toBeCloseTo(fillRate, 7);
        }
      }),
      { numRuns: 30 },
    );
  });
});
