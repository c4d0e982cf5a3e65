import { test as base } from '@playwright/test';
import { WorkstationPage } from './pages/workstation-page.ts';
import { startHost, type RunningHost } from './running-host.ts';

interface Fixtures {
  /** A host with the demo company in a store of its own. */
  readonly host: RunningHost;
  /** The workstation, not yet opened. */
  readonly workstation: WorkstationPage;
}

/** Tests of the built product: each with its own host, store and browser page. */
export const test = base.extend<Fixtures>({
  // Playwright reads the fixture's needs from this pattern.
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await startHost('--demo');
    await use(host);
    await host.stop();
  },
  workstation: async ({ page, host }, use) => use(new WorkstationPage(page, host.url)),
});
