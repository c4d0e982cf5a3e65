import { fillPhilox, type PhiloxKey } from './philox.ts';

/**
 * Who draws: the seed of the whole simulation and the names of the item and its site as 32-bit numbers. Draws depend on
 * nothing else, so a changed, added or removed item leaves those of all others as they are.
 */
export interface RandomStream {
  readonly seed: number;
  readonly item: number;
  readonly site: number;
}

/** What is drawn, each from words of its own; the position goes into the counter. */
const purposes = ['demand', 'leadTime'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * Fills `out` with one random word for each period from the first on, for one replication. Scenarios that use the same seed
 * see the same words in the same periods (common random numbers). No allocation but one small object, does not throw.
 * Source: adr/0083; Law, Simulation Modeling and Analysis, 5th ed., section 11.2 (common random numbers).
 *
 * @example const words = new Uint32Array(2);
 *   fillWords({ seed: 1, item: 2, site: 3 }, 0, 'demand', words);
 *   words is [200931286, 3306219783]
 */
export function fillWords(stream: RandomStream, replication: number, purpose: Purpose, out: Uint32Array): void {
  fillPhilox(keyOf(stream, replication, purpose), 0, out);
}

/**
 * Writes the word of one period to `out[0]`; `out` has one element. Another series than that of `fillWords`: a word of its own
 * block for each period, so that no block is made for one word of it. Does not throw.
 * Source: as for `fillWords`.
 *
 * @example const word = new Uint32Array(1);
 *   fillWordOf({ seed: 1, item: 2, site: 3 }, 0, 'demand', 1, word);
 *   word is [3753879555]
 */
export function fillWordOf(stream: RandomStream, replication: number, purpose: Purpose, period: number, out: Uint32Array): void {
  fillPhilox(keyOf(stream, replication, purpose), period, out);
}

function keyOf({ seed, item, site }: RandomStream, replication: number, purpose: Purpose): PhiloxKey {
  return { counter1: replication, counter2: item, counter3: site, key0: seed, key1: purposes.indexOf(purpose) };
}

/**
 * A name as 32 bits (FNV-1a over UTF-16 code units, then mixed so that names that differ in their last letter only do not end up
 * side by side). Does not throw.
 * Source: Fowler, Noll and Vo 1991; finaliser of MurmurHash3 (Appleby 2008).
 *
 * @example hashName('pump') === 3046253945
 */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
