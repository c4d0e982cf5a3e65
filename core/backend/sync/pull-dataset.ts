import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { Progress } from '#core/contract/schemas.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { TableName } from '#core/model/package/package-tables.ts';
import type { ErpClient } from '#core/backend/erp/erp-client.ts';
import type { Clock } from '#core/backend/ports.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import { mapMasters } from './map-masters.ts';
import { mapMovements } from './map-movements.ts';
import { mapPlaces } from './map-places.ts';
import { mapSupplyRules } from './map-supply-rules.ts';
import { mirrorErp } from './mirror-erp.ts';

/** The tables whose rows the ERP decides on; calendars, forecasts, receipts and counts stay as they are (SYN-4). */
export const erpTables = [
  'companies',
  'sites',
  'items',
  'suppliers',
  'stock',
  'demand_history',
  'demand_open',
  'supply_open',
  'lanes',
  'price_breaks',
  'bom',
  'policies',
] as const satisfies readonly TableName[];

export interface PullParts {
  readonly client: ErpClient;
  readonly cache: CacheStore;
  readonly clock: Clock;
  readonly sourceName: string;
  readonly signal: AbortSignal;
}

/** Brings the ERP's records into the cache, whole or not at all (SYN-1). Errors: `erp.*`, `auth.*`, `db.*`, `cancelled`. */
export async function* pullDataset({ client, cache, clock, sourceName, signal }: PullParts): AsyncGenerator<Progress> {
  const asOf = clock.now();
  const { mirror } = cache;
  yield* mirrorErp(client, mirror, signal);
  yield { phase: 'dataset', done: 0, total: 1, finished: false };
  const before = cache.status();
  const old = cache.source();
  const masters = await mapMasters(mirror, old);
  const places = mapPlaces(mirror, masters);
  const movements = await mapMovements(mirror, old, masters, places);
  const { links, ...rules } = await mapSupplyRules(mirror, old, masters, places);
  const manifest = {
    planDay: Math.floor(asOf.getTime() / millisecondsPerDay) satisfies CalendarDay,
    horizonDays: before.version === 0 ? usualHorizonDays : before.horizonDays,
    currency: before.currency || ([...masters.tables.companies][0]?.currency ?? ''),
  };
  const source = createMemoryPackage(manifest, { ...masters.tables, ...movements, ...rules });
  const provenance = { source: 'erp', sourceName, asOf: asOf.toISOString() } as const;
  await cache.replaceTables(erpTables, source, manifest, provenance, [...masters.links, ...links]);
}

const millisecondsPerDay = 86_400_000;
const usualHorizonDays = 182;
