import { describe, expect, it } from 'vitest';
import { classifyUsage } from './usage-classes.ts';

describe('classifyUsage', () => {
  it('FRM-10 cuts at 80 and 95 percent of the usage value', () => {
    expect(classifyUsage([80, 15, 5, 0])).toEqual(['A', 'B', 'C', 'C']);
  });

  it('FRM-10 makes everything C where nothing was used', () => {
    expect(classifyUsage([0, 0])).toEqual(['C', 'C']);
  });
});
