import { describe, expect, it } from 'vitest';
import { classifyDemand, demandClasses } from './classify-demand.ts';
import { classifySeries } from './classify-series.ts';
import { averageDemandInterval, meanDemandInterval } from './demand-intervals.ts';
import { lifecycleOf, lifecycles } from './lifecycle-of.ts';
import { sizeVariation } from './size-variation.ts';
import { trendEvidence } from './trend-evidence.ts';

describe('classes of demand', () => {
  it('DEM-50 counts the silence at the end in one interval and not in the other', () => {
    const values = Float64Array.of(0, 5, 0, 0, 5, 0, 0);
    expect([meanDemandInterval(values), averageDemandInterval(values)]).toEqual([2.5, 3.5]);
    expect([meanDemandInterval(new Float64Array(3)), averageDemandInterval(new Float64Array(3))]).toEqual([0, 0]);
  });

  it('DEM-51 states the variation of sizes by both conventions', () => {
    expect(sizeVariation(Float64Array.of(0, 1, 0, 3))).toEqual({ demands: 2, sample: 0.5, population: 0.25 });
    expect(sizeVariation(Float64Array.of(0, 3))).toEqual({ demands: 1, sample: NaN, population: 0 });
  });

  it('DEM-52 cuts at 1.32 and 0.49', () => {
    expect(classifyDemand(2, 0.1)).toBe(3);
    const classes = [classifyDemand(0, 0), classifyDemand(1.31, 0.48), classifyDemand(1.31, 0.49), classifyDemand(1.32, 0.48)];
    expect(classes.map((code) => demandClasses[code])).toEqual(['none', 'smooth', 'erratic', 'intermittent']);
    expect(demandClasses[classifyDemand(1.32, 0.49)]).toBe('lumpy');
  });

  it('DEM-52 does not classify fewer than two demands', () => {
    expect(classifySeries(Float64Array.of(0, 0, 5, 0, 0, 5, 0, 0, 6))).toBe(3);
    expect([classifySeries(Float64Array.of(0, 5, 0)), classifySeries(new Float64Array(0))]).toEqual([0, 0]);
  });
});

describe('lifecycle', () => {
  const stage = (...values: number[]) => lifecycles[lifecycleOf(Float64Array.from(values), { newPeriods: 4 })];

  it('DEM-53 ends when the silence exceeds three intervals', () => {
    expect(stage(5, 0, 5, 0, 5, 0, 0, 0, 0, 0, 0, 0)).toBe('ended');
    expect(stage(5, 0, 5, 0, 5, 0, 0, 0, 0, 0, 0)).toBe('active');
    expect(stage(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).toBe('active');
  });

  it('DEM-53 begins with the first demand', () => {
    expect([stage(), stage(0, 0), stage(0, 0, 5, 0, 0, 1), stage(0, 5, 0, 0, 1)]).toEqual(['unsold', 'unsold', 'new', 'new']);
    expect(stage(5, 0, 0, 0, 1)).toBe('active');
  });
});

describe('evidence of a trend', () => {
  it('DEM-54 compares ranks', () => {
    expect(trendEvidence(Float64Array.of(1, 2, 3, 4, 5))).toBeCloseTo(1.34, 2);
    expect(trendEvidence(Float64Array.of(5, 4, 3, 2, 1))).toBeCloseTo(-1.34, 2);
    expect(trendEvidence(Float64Array.of(1, 2, 3))).toBe(0);
  });

  it('DEM-54 is not misled by one peak, and finds nothing in equal values', () => {
    expect(Math.abs(trendEvidence(Float64Array.of(3, 4, 3, 4, 3, 4, 3, 900)))).toBeLessThan(1);
    expect(trendEvidence(new Float64Array(9).fill(4))).toBe(0);
  });
});
