import type { Candidate } from '#core/demand/forecast/series-forecast.ts';

/** What the candidates of one series forecast; none where there was no demand. */
export type CandidateMeans = ReadonlyMap<string, Float64Array | number>;

/** Keeps of candidates what a file says of them. */
export function keepCandidates(candidates: readonly Candidate[]): CandidateMeans {
  return new Map(candidates.map(({ name, level, means }) => [name, means ?? level]));
}

/**
 * The names of the candidates that every series with demand has, in the order of the first (FCT-6). Does not throw.
 *
 * @example a flat series and one with a trend share naive and moving_average_12
 */
export function commonCandidates(series: Iterable<CandidateMeans>): readonly string[] {
  let common: readonly string[] | undefined;
  for (const candidates of series) {
    if (candidates.size === 0) continue;
    common = common === undefined ? [...candidates.keys()] : common.filter((name) => candidates.has(name));
  }
  return common ?? [];
}

/** The forecast of a candidate in a period of the horizon, 0 without demand. Does not throw. */
export function candidateMean(candidates: CandidateMeans, name: string, period: number): number {
  const found = candidates.get(name) ?? 0;
  return typeof found === 'number' ? found : (found[period] ?? 0);
}
