import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { mondayOf } from '#core/base/calendar-day.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Log } from '#core/backend/ports.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';

/** A desk's worth of work: enough to believe, small enough to be there at once. */
const demoItemLocations = 1500;
const demoSeed = 1;
const millisecondsPerDay = 86_400_000;

/** Fills an empty store with the demo company as of this week's Monday; a store with data is left as it is. */
export async function fillWithDemoCompany(file: string, log: Log): Promise<void> {
  const store = createCacheStore(file, { buildFrame });
  try {
    if (store.status().version > 0) return;
    const now = new Date();
    const planDay = mondayOf(Math.floor(now.getTime() / millisecondsPerDay));
    const company = createDemoCompany({ seed: demoSeed, itemLocations: demoItemLocations, planDay });
    await store.replaceAll(company, { source: 'package', sourceName: 'Demo company', asOf: now.toISOString() });
    await store.frame();
    log.info('The demo company is in the store', { itemLocations: demoItemLocations });
  } finally {
    store.close();
  }
}
