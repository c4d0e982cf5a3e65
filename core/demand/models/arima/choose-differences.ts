import { difference } from './difference.ts';
import { kpssStatistic } from './kpss-statistic.ts';
import { componentStrength } from '#core/demand/seasonality/component-strength.ts';
import { decomposeStl } from '#core/demand/seasonality/decompose-stl.ts';

/** How often a series is differenced, by season and by period, and what it is then. */
export interface Differences {
  readonly seasonal: number;
  readonly regular: number;
  readonly differenced: Float64Array;
}

const strongSeason = 0.64;
const seasonalWindow = 11;
const limitOfLevel = 0.463;
const mostDifferences = 2;

/**
 * How often a series must be differenced to vary about a level (rule DEM-37): once by season where the strength of the
 * season is above 0.64, then by period, at most twice, while the KPSS test rejects a level at 5 %. Does not throw.
 * Source: Hyndman and Khandakar 2008; Wang, Smith and Hyndman 2006; nsdiffs and ndiffs of the R package forecast.
 *
 * @example chooseDifferences(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1).regular === 1
 */
export function chooseDifferences(values: Float64Array, period: number): Differences {
  let differenced = values;
  let seasonal = 0;
  if (period > 1 && values.length > 2 * period) {
    const { season } = componentStrength(decomposeStl(values, { period, seasonalWindow }));
    if (season > strongSeason) {
      seasonal = 1;
      differenced = difference(values, period);
    }
  }
  let regular = 0;
  while (regular < mostDifferences && kpssStatistic(differenced) > limitOfLevel) {
    regular += 1;
    differenced = difference(differenced, 1);
  }
  return { seasonal, regular, differenced };
}
