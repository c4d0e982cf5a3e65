/** The past moments from which candidates are made to forecast again. */
export interface Origins {
  /** Periods known at each origin, oldest first; fewer than four when the series is too short to judge. */
  readonly ends: readonly number[];
  /** Periods whose total is judged at each origin. */
  readonly judged: number;
  /** Judged totals that share a period, on average: errors of overlapping totals are not independent evidence. */
  readonly overlap: number;
}

/** At least this part of a series stays behind every origin, however long the protection. */
const judgedPart = 3;

/**
 * Rolling origins of a series of `periods` (rule DEM-69): up to six, the last one `judged` periods before the end, each at most
 * `longestStep` and a fifth of what there is, none with fewer than `least` known periods. The judged
 * total covers the protection, but no more than a third of the series. Does not throw.
 * Source: Tashman 2000, Out-of-sample tests of forecasting accuracy, IJF 16.
 *
 * @example chooseOrigins(83, 4, 8, 4, 6) is { ends: [59, 63, 67, 71, 75, 79], judged: 4, overlap: 1 }
 */
export function chooseOrigins(periods: number, protection: number, least: number, longestStep: number, most: number): Origins {
  const judged = Math.max(1, Math.min(protection, Math.floor(periods / judgedPart)));
  const room = periods - judged - least;
  if (room < 0) return { ends: [], judged, overlap: 1 };
  const step = Math.max(1, Math.min(longestStep, Math.floor(room / (most - 1))));
  const count = Math.min(most, Math.floor(room / step) + 1);
  const ends = Array.from({ length: count }, (_, index) => periods - judged - step * (count - 1 - index));
  return { ends, judged, overlap: Math.max(1, judged / step) };
}
