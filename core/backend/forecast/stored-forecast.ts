import type { CacheStore } from '#core/backend/store/cache-store.ts';
import type { ForecastOptions } from '#workers/plan-service.ts';
import { computeForecast } from './compute-forecast.ts';

/** A frame and its forecast, of one dataset version. */
export interface ForecastFrame {
  readonly frame: ArrayBuffer;
  readonly forecast: ArrayBuffer;
}

/**
 * The frame of the store's dataset and its forecast, from the store or made and kept (rule STO-12). Forecasting takes a while on large
 * data, so imports and pulls do it at once and the workstation opens with what is kept. Errors: `data.missing` without a
 * dataset, `cancelled`.
 */
export async function storedForecast(cache: CacheStore, options: ForecastOptions = {}): Promise<ForecastFrame> {
  const { version } = cache.status();
  const frame = await cache.frame();
  const kept = cache.kept(version, 'forecast');
  if (kept) return { frame, forecast: kept };
  const forecast = await computeForecast(frame, options);
  // Another dataset came meanwhile: its own forecast is the one to use.
  if (cache.status().version !== version) return storedForecast(cache, options);
  cache.keep(version, 'forecast', forecast);
  return { frame, forecast };
}
