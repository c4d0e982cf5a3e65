import { expect } from '@playwright/test';
import { purchaseLinesOf } from './demo-erp.ts';
import { ReplenishPage, readFigure } from './pages/replenish-page.ts';
import { SyncPage } from './pages/sync-page.ts';
import { test } from './workstation-test.ts';

test('a planner does the whole job: plan, explain, change, approve, send, and find the order in the ERP', async ({
  workstation,
  page,
  host,
}) => {
  await workstation.open();
  await workstation.goTo('Replenish');
  const replenish = new ReplenishPage(page);
  const row = await replenish.firstRowOfKind('buy');
  const item = await replenish.textOf(row, 'item');

  // Understand: the terms add up to the proposed quantity.
  const proposed = readFigure(await replenish.textOf(row, 'qty'));
  await replenish.cell(row, 'qty').click();
  await page.keyboard.press('w');
  await expect(replenish.why).toBeVisible();
  const { terms, total } = await replenish.readExplanation();
  expect(total).toBe(proposed);
  // Figures are shown to a thousandth of a unit; the sum is taken in thousandths, where it is exact.
  expect(terms.reduce((sum, term) => sum + Math.round(term * 1000), 0)).toBe(Math.round(total * 1000));
  await workstation.picture('replenish-explained');

  // Change: a typed quantity stands, and the plan follows.
  const typed = proposed + 17;
  await replenish.cell(row, 'qty').click();
  await page.keyboard.press('F2');
  await replenish.quantityField.fill(String(typed));
  await page.keyboard.press('Enter');
  const changed = replenish.grid.locator('[col-id="item"]', { hasText: item }).first();
  await expect(changed).toBeVisible();
  const changedRow = Number(await changed.locator('xpath=ancestor::*[@row-index]').getAttribute('row-index'));
  await expect.poll(async () => readFigure(await replenish.textOf(changedRow, 'qty'))).toBe(typed);

  // Approve: reviewed with money first.
  await replenish.cell(changedRow, 'qty').click();
  await page.keyboard.press('Control+Enter');
  await expect(replenish.review).toContainText('1 order');
  await expect(replenish.review).toContainText(item);
  await replenish.review.getByRole('button', { name: 'Confirm approval' }).click();
  await expect(page.getByText('1 to send')).toBeVisible();

  // Send, and find the document in the ERP with exactly that quantity.
  await workstation.goTo('Sync');
  const sync = new SyncPage(page);
  await expect(sync.lineOf(item)).toContainText('Queued');
  await sync.send();
  await expect(sync.lineOf(item)).toContainText('Acknowledged');
  const documentName = /\bP\d+\b/.exec(await sync.lineOf(item).innerText())?.[0] ?? '';
  const lines = await purchaseLinesOf(host, documentName);
  expect(lines.map((line) => line.product_qty)).toEqual([typed]);
  await workstation.picture('sync-acknowledged');

  // The next data shows it as open supply; it is not proposed again.
  await sync.getData();
  await expect(sync.lineOf(item)).toContainText('Reconciled', { timeout: 60_000 });
  await workstation.goTo('Replenish');
  await page.getByRole('searchbox').or(page.getByPlaceholder('Search item, name, family')).first().fill(item);
  await expect
    .poll(async () => (await replenish.grid.locator('[col-id="qty"]').allInnerTexts()).map(readFigure))
    .not.toContain(typed);
  await workstation.goTo('Inventory');
  const hub = page.getByRole('grid').locator('[row-index]', { has: page.locator('[col-id="site"]', { hasText: 'HUB' }) });
  await expect
    .poll(async () => readFigure(await hub.locator('[col-id="onOrder"]').first().innerText()))
    .toBeGreaterThanOrEqual(typed);
  expect(workstation.complaints).toEqual([]);
});

test('a command means the row that has the focus at that moment, and a typed row stays selected', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Replenish');
  const replenish = new ReplenishPage(page);
  const row = await replenish.firstRowOfKind('buy');
  const other = row === 0 ? 1 : 0;
  const item = await replenish.textOf(row, 'item');
  await replenish.cell(other, 'qty').click();
  await replenish.pressAtOnce(row, 'qty', { key: 'Enter', ctrlKey: true });
  await expect(replenish.review).toContainText(item);
  await page.keyboard.press('Escape');

  // Typed over, the selected row is a firm order; it is still what an approval is of.
  await replenish.cell(row, 'qty').click();
  await page.keyboard.press('Space');
  const typed = readFigure(await replenish.textOf(row, 'qty')) + 3;
  await page.keyboard.press('F2');
  await replenish.quantityField.fill(String(typed));
  await page.keyboard.press('Enter');
  await expect(replenish.grid.locator('[col-id="qty"]', { hasText: typed.toLocaleString('en') }).first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(replenish.review).toContainText('1 order');
  await expect(replenish.review).toContainText(item);
});

test('every screen in light and dark, without a complaint of the browser', async ({ workstation, page }) => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await workstation.open();
    await page.reload();
    for (const screen of ['Today', 'Replenish', 'Inventory', 'Sync']) {
      await workstation.goTo(screen);
      await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
      if (screen === 'Replenish' || screen === 'Inventory') {
        await page.getByRole('grid').locator('[row-index="0"] [col-id="name"]').click();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('complementary')).toBeVisible();
      }
      await workstation.picture(`${screen.toLowerCase()}-${theme}`);
    }
  }
  expect(workstation.complaints).toEqual([]);
});

test('a killed workstation goes on where it was: what was typed and approved is still there', async ({
  workstation,
  page,
  host,
}) => {
  await workstation.open();
  await workstation.goTo('Replenish');
  const replenish = new ReplenishPage(page);
  const row = await replenish.firstRowOfKind('buy');
  const item = await replenish.textOf(row, 'item');
  await replenish.cell(row, 'qty').click();
  // The row is taken up when its inspector shows.
  await expect(page.getByRole('complementary')).toContainText(item);
  await page.keyboard.press('Control+Enter');
  await replenish.review.getByRole('button', { name: 'Confirm approval' }).click();
  await expect(page.getByText('1 to send')).toBeVisible();
  await host.kill();

  const { startHost } = await import('./running-host.ts');
  const again = await startHost('--demo', '--db', `${host.folder}/cache.sqlite`);
  try {
    await page.goto(again.url);
    await workstation.main.waitFor();
    await workstation.goTo('Sync');
    await expect(new SyncPage(page).lineOf(item)).toContainText('Queued');
  } finally {
    await again.stop();
  }
});
