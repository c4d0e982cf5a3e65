import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNetworks } from './order-networks.ts';

describe('orderNetworks', () => {
  it('FRM-6 keeps apart what cannot influence each other', () => {
    const { order, networkStart } = orderNetworks(3, [0, 2], String);
    expect([[...networkStart], [...order]]).toEqual([
      [0, 2, 3],
      [0, 2, 1],
    ]);
  });

  it('FRM-7 gives a source a higher code than all it supplies', () => {
    const { level } = orderNetworks(4, [0, 1, 1, 2, 0, 2, 3, 2], String);
    expect([...level]).toEqual([0, 1, 2, 0]);
  });

  it('FRM-7 names the path of a cycle', () => {
    const nameOf = (node: number): string => 'ABCDE'[node] ?? '';
    expect(() => orderNetworks(5, [0, 1, 1, 2, 2, 3, 3, 1, 4, 0], nameOf)).toThrow('B -> C -> D -> B');
  });

  it('FRM-7 names the same circle whatever order the pairs came in', () => {
    const pairs = [1, 2, 2, 1, 1, 3, 3, 1];
    expect(() => orderNetworks(4, pairs, String)).toThrow(' 1 -> 2 -> 1.');
    expect(() => orderNetworks(4, [...pairs.slice(4), ...pairs.slice(0, 4)], String)).toThrow(' 1 -> 2 -> 1.');
    expect(() => orderNetworks(2, [1, 1], String)).toThrow(' 1 -> 1.');
  });

  it('FRM-7 finds a circle quickly below a long chain of sources', () => {
    const length = 50_000;
    const chain = Array.from({ length }, (_, node) => [node + 1, node]).flat();
    const circle = [length, length + 1, length + 1, length];
    expect(() => orderNetworks(length + 2, [...chain, ...circle], String)).toThrow(' 50000 -> 50001 -> 50000.');
  });

  it('FRM-7 puts every source behind what it supplies, in one network', () => {
    const pairs = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a !== b));
    fc.assert(
      fc.property(pairs, (drawn) => {
        const supplies = drawn.flatMap(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
        const { order, level, networkStart } = orderNetworks(31, supplies, String);
        const position = new Map([...order].map((node, index) => [node, index]));
        const networkOf = (node: number): number => networkStart.findLastIndex((start) => start <= (position.get(node) ?? 0));
        for (let pair = 0; pair < supplies.length; pair += 2) {
          const [destination, source] = [supplies[pair]!, supplies[pair + 1]!]; // pairs are whole
          expect(level[source]!).toBeGreaterThan(level[destination]!); // every node has a level
          expect(position.get(source)!).toBeGreaterThan(position.get(destination)!); // every node has a place
          expect(networkOf(source)).toBe(networkOf(destination));
        }
      }),
    );
  });
});
