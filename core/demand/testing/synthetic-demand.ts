import { createRandom, type Random } from '#core/base/random.ts';

/** A series with the periods that come after what is known. */
export interface SplitSeries {
  readonly known: Float64Array;
  readonly future: Float64Array;
}

/** Months with a level that wanders, a trend and a season, all above 0; the same for a seed. */
export function monthlySeries(count: number, known: number, future: number, seed: number): readonly SplitSeries[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const noise = 0.03 + 0.1 * random.next();
    const slope = 0.006 * random.normal();
    const season = Array.from({ length: 12 }, () => 1 + 0.2 * random.next() * random.normal());
    let level = 50 + 1000 * random.next();
    return split(known, future, (month) => {
      level *= 1 + slope + 0.02 * random.normal();
      return Math.max(1, Math.round(level * (season[month % 12] ?? 1) * (1 + noise * random.normal())));
    });
  });
}

/**
 * Weeks of a distributor: rare orders of very different size, some items fading or taking off after half of the time; the same for
 * a seed.
 */
export function weeklySeries(count: number, known: number, future: number, seed: number): readonly SplitSeries[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const chance = 0.1 + 0.7 * random.next() ** 2;
    const size = 1 + random.gamma(0.8, 12);
    const later = random.pick([1, 1, 1, 0.3, 1.8]);
    return split(known, future, (week) => demandOf(random, week < known / 2 ? chance : Math.min(0.95, chance * later), size));
  });
}

function demandOf(random: Random, chance: number, size: number): number {
  return random.next() < chance ? 1 + random.poisson(random.gamma(0.7, size / 0.7)) : 0;
}

function split(known: number, future: number, valueOf: (period: number) => number): SplitSeries {
  const values = Float64Array.from({ length: known + future }, (_, period) => valueOf(period));
  return { known: values.subarray(0, known), future: values.subarray(known) };
}
