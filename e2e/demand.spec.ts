import { expect } from '@playwright/test';
import { DemandPage } from './pages/demand-page.ts';
import { ReplenishPage, readFigure } from './pages/replenish-page.ts';
import { test } from './workstation-test.ts';

test('a planner reads a forecast and its reasons, types over it by keyboard, and the plan follows, and back', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Demand');
  const demand = new DemandPage(page);

  // Select by keyboard.
  await demand.cell(0, 'item').click();
  await page.keyboard.press('ArrowDown');
  await demand.waitForDetail();
  const item = (await demand.cell(1, 'item').innerText()).trim();
  const site = (await demand.cell(1, 'site').innerText()).trim();
  await expect(demand.detail).toHaveAccessibleName(`${item} at ${site}`);
  await workstation.picture('demand-light');

  // The model and its reasons, with the keyboard on them.
  await page.keyboard.press('w');
  const why = demand.section('Model and reasons');
  await expect(why).toBeFocused();
  await expect(why).toContainText(/forecasts/);
  await expect(why.getByRole('table', { name: 'Candidates' }).getByRole('row')).not.toHaveCount(1);
  const promised = demand.detail.getByRole('table', { name: 'Promised and achieved' });
  await expect(promised.getByRole('row', { name: /^smooth/ })).toContainText('%');
  await workstation.picture('demand-reasons');

  // The table behind the chart holds history and forecast.
  await demand.detail.getByRole('button', { name: 'Table' }).click();
  await expect(demand.detail.getByRole('table').first()).toContainText('Planned with');
  await demand.detail.getByRole('button', { name: 'Table' }).click();

  // What Replenish proposes for it so far.
  const proposed = await proposedTotal(page, workstation, item, site);

  // Type over three weeks; they wait for a reason.
  await workstation.goTo('Demand');
  await demand.waitForDetail();
  await page.keyboard.press('Escape');
  await page.locator('body').press('e');
  await expect(demand.weeks.locator('.ag-cell-focus')).toBeVisible();
  const typed = Math.round((await demand.weekFigure(1, 'statistical')) * 5 + 500);
  for (const week of [1, 2, 3]) {
    await demand.week(week, 'typed').click();
    await page.keyboard.press('F2');
    await demand.weekField.fill(String(typed));
    await page.keyboard.press('Enter');
  }
  await expect(demand.detail).toContainText('3 typed weeks wait for a reason');
  await workstation.picture('demand-draft');
  await demand.reason.fill('Promotion');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 weeks typed over')).toBeVisible();
  await expect.poll(() => demand.weekFigure(2, 'inForce')).toBe(typed);
  await expect(demand.week(2, 'reason')).toHaveText('Promotion');
  await expect(demand.week(2, 'state')).toHaveText('in force');
  await workstation.picture('demand-typed-light');

  // The plan follows, and comes back with Undo.
  expect(await proposedTotal(page, workstation, item, site)).toBeGreaterThan(proposed);
  await workstation.goTo('Demand');
  await demand.waitForDetail();
  await demand.week(2, 'statistical').click();
  await page.keyboard.press('Control+z');
  await expect(demand.week(2, 'state')).toHaveText('');
  expect(await proposedTotal(page, workstation, item, site)).toBe(proposed);
  expect(workstation.complaints).toEqual([]);
});

test('a week is dragged in the chart, given back by Delete, and a family is typed over in whole units', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Demand');
  const demand = new DemandPage(page);
  await demand.cell(0, 'item').click();
  await demand.waitForDetail();
  await demand.reason.fill('Project');

  // Drag the fourth week of the forecast up.
  const chart = demand.detail.getByRole('img', { name: /^Demand history and forecast/ });
  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart is not on the screen');
  const x = box.x + 46 + (box.width - 46 - 84) * ((52 + 3.5) / 78);
  let y = box.y + box.height - 26;
  while (y > box.y && !(await chart.evaluate((element: HTMLElement) => element.style.cursor === 'ns-resize'))) {
    y -= 3;
    await page.mouse.move(x, y);
  }
  await page.mouse.down();
  await page.mouse.move(x, y - 40, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText('1 week typed over')).toBeVisible();
  await expect(demand.week(3, 'state')).toHaveText('in force');
  expect(await demand.weekFigure(3, 'inForce')).toBeGreaterThan(await demand.weekFigure(3, 'statistical'));
  await demand.week(3, 'typed').click();
  await page.keyboard.press('Delete');
  await expect(demand.week(3, 'state')).toHaveText('');

  // The family, in whole units that add up.
  await demand.cell(0, 'item').click();
  await page.keyboard.press('f');
  await demand.waitForDetail();
  await expect(demand.detail).toHaveAccessibleName(/^Family /);
  const total = Math.round(await demand.weekFigure(1, 'statistical')) + 1001;
  await demand.week(1, 'typed').click();
  await page.keyboard.press('F2');
  await demand.weekField.fill(String(total));
  await page.keyboard.press('Enter');
  await expect.poll(() => demand.weekFigure(1, 'inForce')).toBe(total);
  await expect(demand.week(1, 'state')).toContainText(/\d+ typed/);
  await workstation.picture('demand-family-light');
  await workstation.setDark();
  await workstation.picture('demand-family-dark');
  await demand.cell(0, 'item').click();
  await page.keyboard.press('f');
  await demand.waitForDetail();
  await expect(demand.week(1, 'reason')).toHaveText('Project');
  await workstation.picture('demand-dark');
  expect(workstation.complaints).toEqual([]);
});

test('totals of site, region and all are chosen, read, typed over in money and left by keyboard', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Demand');
  const demand = new DemandPage(page);
  await demand.cell(0, 'item').click();
  await demand.waitForDetail();
  const site = (await demand.cell(0, 'site').innerText()).trim();

  // The level by the arrow keys, from the item-location on.
  await page.keyboard.press('l');
  await expect(demand.level('Item-location')).toBeFocused();
  for (const level of ['Item', 'Family', 'Site']) {
    await page.keyboard.press('ArrowRight');
    await expect(demand.level(level)).toBeChecked();
    await expect(demand.level(level)).toBeFocused();
    await demand.waitForDetail();
  }
  await expect(demand.detail).toHaveAccessibleName(/^Site /);
  await expect(demand.detail).toContainText(/\d+ item-locations, counted in pcs/);
  await workstation.picture('demand-site-light');
  // Its members have all one site, and their shares come down to a hundred.
  await expect(demand.members.locator('[row-index="0"] [col-id="site"]')).toHaveText(site);
  await page.keyboard.press('ArrowRight');
  await demand.waitForDetail();
  await expect(demand.detail).toHaveAccessibleName(/^Region /);
  const region = await demand.weekFigure(1, 'statistical');

  // In money, of one currency.
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: /^In money/ })).toHaveAttribute('aria-pressed', 'true');
  await demand.waitForDetail();
  await expect(demand.detail).toContainText(/item-locations, value at cost in (EUR|GBP|CHF)/);
  const value = await demand.weekFigure(1, 'statistical');
  expect(value).not.toBe(region);

  // Typed over by a tenth more, shared out in whole units that come nearest.
  await demand.reason.fill('Market information');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await demand.week(1, 'typed').click();
  await page.keyboard.press('F2');
  const typed = Math.round(value * 1.1);
  await demand.weekField.fill(String(typed));
  await page.keyboard.press('Enter');
  await expect.poll(async () => Math.abs((await demand.weekFigure(1, 'inForce')) - typed)).toBeLessThanOrEqual(1);
  await expect(demand.week(1, 'state')).toContainText(/\d+ typed/);
  await workstation.picture('demand-region-light');
  await demand.week(1, 'statistical').click();
  await page.keyboard.press('Control+z');
  await expect(demand.week(1, 'state')).toHaveText('');

  // All of it; what is of another currency is named. The members by keyboard, and from one of them to itself.
  await page.keyboard.press('l');
  await page.keyboard.press('End');
  await demand.waitForDetail();
  await expect(demand.detail).toHaveAccessibleName('All item-locations');
  await expect(demand.detail).toContainText('currencies are not added up');
  await workstation.setDark();
  await workstation.picture('demand-all-dark');
  await demand.cell(0, 'item').click();
  await demand.waitForDetail();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  await expect(demand.members.locator('.ag-cell-focus')).toBeVisible();
  await workstation.picture('demand-members-dark');
  const chosen = (await demand.members.locator('[row-index="1"] [col-id="item"]').innerText()).trim();
  await page.keyboard.press('Enter');
  await demand.waitForDetail();
  await expect(demand.detail).toHaveAccessibleName(new RegExp(`^${chosen} at `));
  // F goes back to the level looked at last, which the address names.
  await page.keyboard.press('f');
  await expect(demand.detail).toHaveAccessibleName('All item-locations');
  expect(page.url()).toContain('level=total');
  expect(workstation.complaints).toEqual([]);
});

/** What Replenish proposes for an item-location over the whole horizon. */
async function proposedTotal(
  page: ConstructorParameters<typeof ReplenishPage>[0],
  workstation: { goTo: (screen: string) => Promise<void> },
  item: string,
  site: string,
): Promise<number> {
  await workstation.goTo('Replenish');
  const replenish = new ReplenishPage(page);
  await page.getByPlaceholder('Search item, name, family').fill(item);
  const all = page.getByRole('button', { name: 'Show all lines' });
  if (await all.isVisible()) await all.click();
  await page.waitForTimeout(300);
  let sum = 0;
  for (const row of await replenish.grid.locator('[role="row"][row-index]').all()) {
    const isOfSite = (await row.locator('[col-id="site"]').allInnerTexts()).some((shown) => shown.trim() === site);
    if (isOfSite) sum += readFigure((await row.locator('[col-id="qty"]').allInnerTexts())[0] ?? '0');
  }
  await page.getByPlaceholder('Search item, name, family').fill('');
  return sum;
}
