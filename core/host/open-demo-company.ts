import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErpConnection } from '#core/backend/create-backend.ts';
import type { Log } from '#core/backend/ports.ts';
import { storedForecast } from '#core/backend/forecast/stored-forecast.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { formatDay, mondayOf, parseDay, type CalendarDay } from '#core/base/calendar-day.ts';
import { createDemoCompany, type DemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { startSandboxErp } from '#core/sandbox-erp/start-sandbox-erp.ts';

/** A desk's worth of work: enough to believe, small enough to be there at once. */
const demoItemLocations = 1500;
const demoSeed = 1;
const millisecondsPerDay = 86_400_000;

export interface RunningDemo {
  /** How the backend reaches the demo company's ERP. */
  readonly connection: ErpConnection;
  close(): Promise<void>;
}

/**
 * Runs the demo company beside a store: its ERP on a port of this machine, with what was written to it before, and its data in
 * the store where that is still empty. The company is generated anew each time from its seed and its first day, which
 * are kept in `demo.json`.
 */
export async function openDemoCompany(file: string, log: Log): Promise<RunningDemo> {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const planDay = firstDayIn(folder);
  const company = createDemoCompany({ seed: demoSeed, itemLocations: demoItemLocations, planDay });
  await fillStore(file, company);
  const stateFolder = join(folder, 'sandbox-erp');
  mkdirSync(stateFolder, { recursive: true });
  const sandbox = await startSandboxErp({ source: company, port: 0, stateFolder, now: () => new Date() });
  log.info('The demo company runs', { since: formatDay(planDay), url: sandbox.url });
  const user = sandbox.users.find((candidate) => candidate.kind === 'bot');
  return {
    connection: {
      settings: {
        name: 'Demo ERP',
        kind: 'sandbox',
        url: sandbox.url,
        database: sandbox.database,
        login: user?.login ?? '',
      },
      secret: user?.secret ?? '',
    },
    close: () => sandbox.close(),
  };
}

/** The Monday of the week in which the demo company was opened first. */
function firstDayIn(folder: string): CalendarDay {
  const path = join(folder, 'demo.json');
  if (existsSync(path)) return parseDay((JSON.parse(readFileSync(path, 'utf8')) as { readonly firstDay: string }).firstDay); // written below
  const firstDay = mondayOf(Math.floor(Date.now() / millisecondsPerDay));
  writeFileSync(path, `${JSON.stringify({ seed: demoSeed, firstDay: formatDay(firstDay) })}\n`);
  return firstDay;
}

async function fillStore(file: string, company: DemoCompany): Promise<void> {
  const store = createCacheStore(file, { buildFrame });
  try {
    if (store.status().version > 0) return;
    await store.replaceAll(company, { source: 'package', sourceName: 'Demo company', asOf: new Date().toISOString() });
    await storedForecast(store);
  } finally {
    store.close();
  }
}
