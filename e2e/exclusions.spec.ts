import { expect } from '@playwright/test';
import { DemandPage } from './pages/demand-page.ts';
import { ReplenishPage, readFigure } from './pages/replenish-page.ts';
import { test } from './workstation-test.ts';

/** The demo company has one sale of it that is a typing error of many weeks of demand. */
const item = 'HTG-10276';
const site = 'HUB';

test('a planner sees a flagged line, excludes it by keyboard, forecast and plan follow, and undo gives it back', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Demand');
  const demand = new DemandPage(page);
  await page.getByPlaceholder('Search item, name, family').fill(item);
  await page.getByRole('button', { name: 'Show all forecasts' }).click();
  await demand.grid
    .getByRole('row')
    .filter({ hasText: item })
    .filter({ hasText: site })
    .first()
    .locator('[col-id="item"]')
    .click();
  await demand.waitForDetail();
  await expect(demand.detail).toHaveAccessibleName(`${item} at ${site}`);

  // The line that was flagged, with its evidence.
  const lines = demand.section('Demand lines');
  await expect(lines).toContainText('1 line is unusual');
  await expect(demand.line(0, 'state')).toContainText('unusual above');
  expect(await demand.lineFigure(0, 'times')).toBeGreaterThan(20);
  const level = await demand.weekFigure(1, 'statistical');
  const proposed = await proposedTotal();

  // Excluded by keyboard; it waits for a reason.
  await workstation.goTo('Demand');
  await demand.waitForDetail();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(demand.lines.locator('.ag-cell-focus')).toBeVisible();
  await page.keyboard.press('x');
  await expect(demand.reason).toBeFocused();
  await expect(lines).toContainText('1 line waits for a reason');
  await page.keyboard.type('Typing error');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 line excluded')).toBeVisible();
  await expect(demand.line(0, 'state')).toHaveText('excluded');
  await expect(demand.line(0, 'reason')).toHaveText('Typing error');
  await expect.poll(() => demand.weekFigure(1, 'statistical')).toBeLessThan(level);
  await expect(demand.lines.locator('.ag-cell-focus')).toBeVisible();
  await workstation.picture('exclusions-light');
  await demand.detail.getByRole('button', { name: 'Table' }).click();
  await expect(demand.detail.getByRole('table').first()).toContainText('Before exclusions');
  await demand.detail.getByRole('button', { name: 'Table' }).click();

  // The plan follows, and comes back with Undo, as do the forecast and the line.
  expect(await proposedTotal()).toBeLessThan(proposed);
  await workstation.goTo('Demand');
  await demand.waitForDetail();
  await workstation.setDark();
  await workstation.picture('exclusions-dark');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(demand.line(0, 'state')).toContainText('unusual above');
  await expect.poll(() => demand.weekFigure(1, 'statistical')).toBe(level);
  expect(await proposedTotal()).toBe(proposed);

  // With a reason given, the same key excludes at once and counts again.
  await workstation.goTo('Demand');
  await demand.waitForDetail();
  await demand.reason.fill('Typing error');
  await demand.line(0, 'day').click();
  await page.keyboard.press('x');
  await expect(demand.line(0, 'state')).toHaveText('excluded');
  await page.keyboard.press('x');
  await expect(demand.line(0, 'state')).toContainText('unusual above');
  await expect.poll(() => demand.weekFigure(1, 'statistical')).toBe(level);
  expect(workstation.complaints).toEqual([]);

  /** What Replenish proposes for the item-location over the whole horizon. */
  async function proposedTotal(): Promise<number> {
    await workstation.goTo('Replenish');
    const replenish = new ReplenishPage(page);
    const all = page.getByRole('button', { name: 'Show all lines' });
    if (await all.isVisible()) await all.click();
    await page.waitForTimeout(300);
    let sum = 0;
    for (const row of await replenish.grid.locator('[role="row"][row-index]').all()) {
      const isOfSite = (await row.locator('[col-id="site"]').allInnerTexts()).some((shown) => shown.trim() === site);
      if (isOfSite) sum += readFigure((await row.locator('[col-id="qty"]').allInnerTexts())[0] ?? '0');
    }
    return sum;
  }
});
