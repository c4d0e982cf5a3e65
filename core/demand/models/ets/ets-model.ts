/** A model of the exponential smoothing family: how errors, trend and season enter; A additive, Ad damped, M multiplicative, N none. */
export interface EtsModel {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/**
 * The models that selection considers: all but additive errors with a multiplicative season, which are numerically
 * unstable, and but multiplicative trends, which explode (rule DEM-32).
 * Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing; ets of the R package forecast.
 */
export const etsModels: readonly EtsModel[] = (['A', 'M'] as const).flatMap((error) =>
  (['N', 'A', 'Ad'] as const).flatMap((trend) =>
    (['N', 'A', 'M'] as const)
      .filter((season) => error === 'M' || season !== 'M')
      .map((season): EtsModel => ({ error, trend, season })),
  ),
);

/**
 * The usual name of a model. Does not throw.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, table 2.1 (taxonomy).
 *
 * @example etsName({ error: 'A', trend: 'Ad', season: 'N' }) === 'ETS(A,Ad,N)'
 */
export function etsName({ error, trend, season }: EtsModel): string {
  return `ETS(${error},${trend},${season})`;
}

/**
 * How many numbers are estimated: smoothing constants, damping and start states, of which one season follows from the
 * others; the variance of the errors is not counted. Does not throw.
 * Source: Hyndman and Khandakar 2008, Journal of Statistical Software 27.
 *
 * @example etsParameterCount({ error: 'A', trend: 'N', season: 'A' }, 12) === 14
 */
export function etsParameterCount({ trend, season }: EtsModel, period: number): number {
  const ofTrend = trend === 'N' ? 0 : trend === 'A' ? 2 : 3;
  return 2 + ofTrend + (season === 'N' ? 0 : period);
}
