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
