import { expect } from '@playwright/test';
import { InventoryPage } from './pages/inventory-page.ts';
import { ReplenishPage } from './pages/replenish-page.ts';
import { test } from './workstation-test.ts';

test('a planner reads what would change an order, which demand is late for which reason, and what to do with open orders', async ({
  workstation,
  page,
}) => {
  await workstation.open();

  // What would change this order.
  await workstation.goTo('Replenish');
  const replenish = new ReplenishPage(page);
  await replenish.cell(await replenish.firstRowOfKind('buy'), 'qty').click();
  await page.keyboard.press('w');
  await expect(replenish.whatWouldChange).toContainText(/\d \S+ more in stock, and this line is not needed/);
  await expect(replenish.whatWouldChange).toContainText(/From [\d.,]+ \S+ more need on, more is ordered/);
  await replenish.whatWouldChange.scrollIntoViewIfNeeded();
  await workstation.picture('tipping-points');

  // What to do with open orders, from the morning's list to the order.
  await workstation.goTo('Today');
  const advice = page.getByRole('table', { name: 'Advice on open orders' });
  await workstation.picture('today-advice');
  await advice.getByRole('button', { name: 'Open order should come earlier' }).click();
  const inventory = new InventoryPage(page);
  await expect(page.getByText('Exception: Open order should come earlier')).toBeVisible();
  await inventory.openFirstRow();
  await expect(inventory.section('Exceptions')).toContainText(/\S+: \d+ days? earlier, on \w{3} \d+ \w{3} \d\d/);
  await workstation.picture('advice');

  // Which demand is late, and what binds where.
  await workstation.goTo('Today');
  await page
    .getByRole('table', { name: 'Exceptions' })
    .getByRole('button', { name: /^(Projected shortage|Nothing usable)/ })
    .first()
    .click();
  await inventory.openFirstRow();
  const late = await inventory.findRowWith('Late demand');
  await expect(late.getByRole('row').nth(1)).toContainText(
    /Lead time at|Order level too low at|Lane|shares out|Order days at|Waiting for an open order at/,
  );
  await late.scrollIntoViewIfNeeded();
  await workstation.picture('late-demand');

  // What arrives in fact of lines that a short place cannot ship, and the way to that place.
  const delivered = await inventory.findRowWith('Delivered in fact');
  await expect(delivered.getByRole('row').nth(1)).toContainText(/\d+ .*\w{3} \d+ \w{3} \d\d/s);
  await delivered.scrollIntoViewIfNeeded();
  await workstation.picture('delivered-in-fact-light');
  await workstation.setDark();
  await workstation.picture('delivered-in-fact-dark');
  const way = delivered.getByRole('row').nth(1).getByRole('button');
  const [, site = '', otherItem] = /^(\S+)(?: \((.+)\))?$/.exec(await way.innerText()) ?? [];
  const before = await inventory.inspector.getAttribute('aria-label');
  const item = otherItem ?? before?.split(' at ')[0] ?? '';
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(inventory.inspector).toHaveAccessibleName(`${item} at ${site}`);
  await expect(inventory.inspector).toBeFocused();
  await expect(inventory.grid.locator('[row-index="0"] [col-id="item"]')).toHaveText(item);
  expect(workstation.complaints).toEqual([]);
});
