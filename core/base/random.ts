/** A seeded stream of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  /** Normal with mean 0 and standard deviation 1 (Box and Muller 1958). */
  normal(): number;
  /** Gamma with the given shape and scale (Marsaglia and Tsang 2000). */
  gamma(shape: number, scale: number): number;
  /** Poisson with the given mean. */
  poisson(mean: number): number;
  /** One of the values, each equally likely. */
  pick<T>(values: readonly T[]): T;
  /** An independent stream named by a key: drawing from one leaves the others untouched. */
  fork(key: string): Random;
}

/**
 * A random stream from a seed (xoshiro128**, Blackman and Vigna 2018, seeded by splitmix32).
 *
 * @example createRandom(1).integer(1, 6) is the same number on every run
 */
export function createRandom(seed: number): Random {
  let [a, b, c, d] = seedState(seed >>> 0);

  function nextUint32(): number {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }
  function next(): number {
    return ((nextUint32() >>> 5) * 67108864 + (nextUint32() >>> 6)) / 9007199254740992;
  }
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  }
  function gamma(shape: number, scale: number): number {
    if (shape < 1) return gamma(shape + 1, scale) * (1 - next()) ** (1 / shape);
    const base = shape - 1 / 3;
    const spread = 1 / Math.sqrt(9 * base);
    for (;;) {
      const deviate = normal();
      const cube = (1 + spread * deviate) ** 3;
      if (cube <= 0) continue;
      if (Math.log(1 - next()) < 0.5 * deviate * deviate + base * (1 - cube + Math.log(cube))) return base * cube * scale;
    }
  }
  function poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = 1 - next(); product > limit; product *= 1 - next()) count += 1;
    return count;
  }
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal,
    gamma,
    poisson,
    pick: (values) => values[Math.floor(next() * values.length)]!, // in range: next() < 1
    fork: (key) => createRandom(hashText(key, seed)),
  };
}

function seedState(seed: number): [number, number, number, number] {
  let state = seed;
  function draw(): number {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  }
  return [draw(), draw(), draw(), draw()];
}

/** FNV-1a over UTF-16 code units, mixed with the parent's seed. */
function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
