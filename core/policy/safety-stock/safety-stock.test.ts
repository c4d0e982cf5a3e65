import { describe, expect, it } from 'vitest';
import { fillFactor } from './fill-factor.ts';
import { safetyStock } from './safety-stock.ts';
import { normalLoss } from '#core/statistics/normal-loss.ts';

const demand = { demandPerPeriod: 100, demandSdPerPeriod: 30, leadTimePeriods: 4 } as const;

describe('safetyStock', () => {
  it('POL-1 holds 220.68 for 100 ± 30 a period, lead time 4 ± 1.2 and a cycle service of 95% (Silver, Pyke and Thomas)', () => {
    const inputs = { ...demand, leadTimeSdPeriods: 1.2, reviewPeriods: 0, serviceTarget: 0.95, orderQty: 0 } as const;
    expect(safetyStock({ ...inputs, serviceType: 'cycle' })).toBeCloseTo(220.6802713740343, 5);
  });

  it('POL-1 covers lead time and review: 150.919 for review 2 and 98%', () => {
    const inputs = { ...demand, leadTimeSdPeriods: 0, reviewPeriods: 2, serviceTarget: 0.98, orderQty: 0 } as const;
    expect(safetyStock({ ...inputs, serviceType: 'cycle' })).toBeCloseTo(150.91910672534325, 5);
  });

  it('POL-2 holds 44.43 for a fill rate of 98% with orders of 400, and 126.20 for 95% with orders of 250', () => {
    const fill = { ...demand, reviewPeriods: 0, serviceType: 'fill' } as const;
    expect(safetyStock({ ...fill, leadTimeSdPeriods: 0, serviceTarget: 0.98, orderQty: 400 })).toBeCloseTo(44.4300432529946, 3);
    expect(safetyStock({ ...fill, leadTimeSdPeriods: 1.2, serviceTarget: 0.95, orderQty: 250 })).toBeCloseTo(
      126.1989268551342,
      3,
    );
  });

  it('POL-1 holds nothing below an even chance, without a target or without uncertainty', () => {
    const cycle = { ...demand, leadTimeSdPeriods: 0, reviewPeriods: 0, serviceType: 'cycle', orderQty: 0 } as const;
    expect(safetyStock({ ...cycle, serviceTarget: 0.4 })).toBe(0);
    expect(safetyStock({ ...cycle, serviceTarget: 0 })).toBe(0);
    expect(safetyStock({ ...cycle, demandSdPerPeriod: 0, serviceTarget: 0.95 })).toBe(0);
  });
});

describe('fillFactor', () => {
  it('POL-2 inverts the loss between 0 and 4 deviations', () => {
    expect(fillFactor(0.1333333)).toBeCloseTo(0.7405, 4);
    expect(normalLoss(fillFactor(0.01))).toBeCloseTo(0.01, 15);
    expect([fillFactor(0.5), fillFactor(normalLoss(4.1)), fillFactor(0)]).toEqual([0, 4, 4]);
  });
});
