import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from './workstation-test.ts';

test('the host starts, the token is exchanged, the page shows without a complaint', async ({ workstation, page, context }) => {
  await workstation.open();
  await expect(page).toHaveTitle(/Stockwright/);
  expect(new URL(page.url()).hash).not.toContain('token');
  const cookies = await context.cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([{ httpOnly: true, sameSite: 'Strict' }]);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  expect(workstation.complaints).toEqual([]);
  await workstation.picture('smoke');
});

test('a reload keeps the session', async ({ workstation, page }) => {
  await workstation.open();
  await page.reload();
  await expect(workstation.main).toBeVisible();
});

test('a wrong token shows why the page stays empty, and no data', async ({ page, host }) => {
  await page.goto(host.url.replace(/#.*/, '#token=wrong'));
  await expect(page.getByText('wrong or outdated token')).toBeVisible();
});

test('a foreign page on this machine gets neither frames nor the contract, although the browser sends the cookie', async ({
  workstation,
  context,
}) => {
  await workstation.open();
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<title>Foreign</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const foreign = await context.newPage();
  await foreign.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // A TCP server has a TCP address.
  const outcome = await foreign.evaluate(async (host) => {
    const frame = await fetch(`http://${host}/frames/1`, { mode: 'no-cors', credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    );
    const contract = await new Promise((resolve) => {
      const socket = new WebSocket(`ws://${host}/contract`);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    });
    return { frame, contract };
  }, new URL(workstation.url).host);
  expect(outcome).toEqual({ frame: 'refused', contract: 'refused' });
  server.close();
});
