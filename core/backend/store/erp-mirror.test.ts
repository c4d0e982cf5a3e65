import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { CacheStore } from './cache-store.ts';
import { createCacheStore } from './create-cache-store.ts';

const manifest = { planDay: 20_458, horizonDays: 28, currency: 'EUR' };
const provenance = { source: 'erp', sourceName: 'company', asOf: '2026-01-05T06:00:00Z' } as const;
const pump = { id: 7, writeDate: '2026-01-05 06:00:00', body: { name: 'Pump "P1"', seller_ids: [3, 4], active: false } };
const seal = { id: 9, writeDate: '2026-01-05 06:00:00', body: { name: 'Seal' } };
const model = 'product.product';

async function newPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'mirror-')), 'cache.sqlite');
}

function openStore(path: string): CacheStore {
  return createCacheStore(path, { buildFrame: () => Promise.resolve(new ArrayBuffer(8)) });
}

async function pull(store: CacheStore): Promise<number> {
  return store.replaceTables(['items'], createMemoryPackage(manifest, {}), manifest, provenance, []);
}

describe('the mirror of the ERP', () => {
  it('STO-11 stages only what differs and tells where to go on', async () => {
    const { mirror, close } = openStore(await newPath());
    expect(mirror.newest(model)).toBeUndefined();
    expect(mirror.stage(model, [seal, pump])).toBe(2);
    expect(mirror.stage(model, [pump, { ...seal, body: { name: 'Seal ring' } }])).toBe(1);
    expect([...mirror.records(model)]).toEqual([pump, { ...seal, body: { name: 'Seal ring' } }]);
    expect(mirror.newest(model)).toEqual({ writeDate: '2026-01-05 06:00:00', id: 9 });
    expect([...mirror.records('res.partner')]).toEqual([]);
    close();
  });

  it('STO-11 keeps what was staged when the program stops, and the old mirror until the dataset is replaced', async () => {
    const path = await newPath();
    const first = openStore(path);
    first.mirror.stage(model, [pump, seal]);
    first.close();
    const second = openStore(path);
    expect([...second.mirror.ids(model)]).toEqual([7, 9]);
    expect(await pull(second)).toBe(1);
    expect(second.mirror.retain(model, new Set([9]))).toBe(1);
    expect([...second.mirror.ids(model)]).toEqual([9]);
    second.mirror.discardStaged();
    expect([...second.mirror.ids(model)].sort()).toEqual([7, 9]);
    second.close();
  });

  it('STO-11 removes what the ERP removed, and takes back what comes again', async () => {
    const store = openStore(await newPath());
    store.mirror.stage(model, [pump, seal]);
    await pull(store);
    store.mirror.retain(model, new Set([9]));
    await pull(store);
    expect([...store.mirror.records(model)]).toEqual([seal]);
    expect(store.mirror.stage(model, [pump])).toBe(1);
    expect([...store.mirror.records(model)]).toEqual([pump, seal]);
    store.close();
  });

  it('STO-11 stays staged where the dataset is not replaced', async () => {
    const store = openStore(await newPath());
    store.mirror.stage(model, [pump]);
    const broken = { manifest, rows: () => [{ item_id: null }] as never }; // what no reader of packages lets through
    await expect(store.replaceTables(['items'], broken, manifest, provenance, [])).rejects.toThrow('NOT NULL');
    expect([...store.mirror.ids(model)]).toEqual([7]);
    expect(store.status().version).toBe(0);
    store.close();
  });

  it('STO-11 forgets the records of the ERP when a package takes their place', async () => {
    const store = openStore(await newPath());
    store.mirror.stage(model, [pump]);
    await pull(store);
    await store.replaceAll(createMemoryPackage(manifest, {}), { ...provenance, source: 'package' });
    expect(store.mirror.newest(model)).toBeUndefined();
    store.close();
  });
});
