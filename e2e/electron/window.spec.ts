import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication } from '@playwright/test';

let application: ElectronApplication;
let userData: string;

test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'stockwright-electron-'));
  application = await _electron.launch({
    args: [join(import.meta.dirname, '..', '..'), '--demo', `--user-data-dir=${userData}`],
  });
});
test.afterEach(async () => {
  await application.close();
  await rm(userData, { recursive: true, force: true });
});

test('the window shows the demo company through its one port (HST-20, HST-21)', async () => {
  const window = await application.firstWindow();
  await expect(window.getByRole('main')).toBeVisible();
  expect(new URL(window.url()).protocol).toBe('app:');
});

test('the page has no Node and no Electron (HST-21)', async () => {
  const window = await application.firstWindow();
  expect(await window.evaluate(() => ['require', 'process', 'electron'].filter((name) => name in globalThis))).toEqual([]);
});

test('the window opens no other and goes nowhere else (HST-20)', async () => {
  const window = await application.firstWindow();
  expect(await window.evaluate(() => globalThis.open('https://example.com/') === null)).toBe(true);
  await window.evaluate(() => globalThis.location.assign('https://example.com/'));
  expect(new URL(window.url()).protocol).toBe('app:');
});
