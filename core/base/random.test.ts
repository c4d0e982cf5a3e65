import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

function draw<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('seeded random numbers', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const first = draw(5, createRandom(1).next);
    expect(draw(5, createRandom(1).next)).toEqual(first);
    expect(draw(5, createRandom(2).next)).not.toEqual(first);
  });

  it('forks streams that do not depend on what else is drawn', () => {
    const plain = createRandom(7);
    const busy = createRandom(7);
    draw(100, busy.next);
    expect(draw(5, busy.fork('item-1').next)).toEqual(draw(5, plain.fork('item-1').next));
    expect(draw(5, plain.fork('item-2').next)).not.toEqual(draw(5, plain.fork('item-1').next));
  });

  it('has the means and spreads of its distributions', () => {
    const random = createRandom(3);
    const normal = draw(20_000, random.normal);
    expect(meanOf(normal)).toBeCloseTo(0, 1);
    expect(meanOf(normal.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(meanOf(draw(20_000, () => random.gamma(0.5, 4)))).toBeCloseTo(2, 0);
    expect(meanOf(draw(20_000, () => random.poisson(3)))).toBeCloseTo(3, 0);
    expect(meanOf(draw(20_000, () => random.poisson(80)))).toBeCloseTo(80, 0);
  });

  it('keeps whole numbers inside their bounds', () => {
    const random = createRandom(4);
    const dice = new Set(draw(1000, () => random.integer(1, 6)));
    expect([...dice].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
