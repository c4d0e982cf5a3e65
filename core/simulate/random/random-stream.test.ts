import { describe, expect, it } from 'vitest';
import { fillPhilox } from './philox.ts';
import { fillWords, hashName, type Purpose } from './random-stream.ts';

function block(counter: readonly [number, number, number, number], key: readonly [number, number]): readonly string[] {
  const out = new Uint32Array(4);
  const [counter0, counter1, counter2, counter3] = counter;
  fillPhilox({ counter1, counter2, counter3, key0: key[0], key1: key[1] }, counter0, out);
  return Array.from(out, (word) => word.toString(16).padStart(8, '0'));
}

function words(item: number, replication: number, purpose: Purpose = 'demand', periods = 10): Uint32Array {
  const out = new Uint32Array(periods);
  fillWords({ seed: 1, item, site: 7 }, replication, purpose, out);
  return out;
}

describe('fillPhilox', () => {
  it('SIM-1 gives the known answers of Random123 (Salmon and others 2011, kat_vectors, philox4x32 10)', () => {
    expect(block([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
    const ones = 0xffffffff;
    expect(block([ones, ones, ones, ones], [ones, ones])).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd']);
    expect(block([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      'd16cfe09',
      '94fdcceb',
      '5001e420',
      '24126ea1',
    ]);
  });
});

describe('fillWords', () => {
  it('SIM-1 gives the same words for the same place, whatever else was drawn and however many', () => {
    expect(words(1, 2, 'demand', 7)).toEqual(words(1, 2, 'demand', 1001).subarray(0, 7));
  });

  it('SIM-1 gives other words for another item, replication or purpose', () => {
    const streams = [words(1, 2), words(2, 2), words(1, 3), words(1, 2, 'leadTime')].map((each) => each.join());
    expect(new Set(streams).size).toBe(4);
  });

  it('spreads the words evenly over 256 cells, also across replications (chi-squared below its 99.9% point)', () => {
    const counts = new Uint32Array(256);
    for (let replication = 0; replication < 1000; replication += 1) {
      for (const word of words(1, replication, 'demand', 256)) counts[word >>> 24] = (counts[word >>> 24] ?? 0) + 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(330.5);
  });
});

describe('hashName', () => {
  it('is the same on every machine, and another for names that differ in one letter', () => {
    expect(hashName('pump')).toBe(3046253945);
    expect(new Set(Array.from({ length: 10_000 }, (_, index) => hashName(`P${index}`))).size).toBe(10_000);
  });
});
