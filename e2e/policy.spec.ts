import { expect } from '@playwright/test';
import { PolicyPage } from './pages/policy-page.ts';
import { readFigure } from './pages/replenish-page.ts';
import { test } from './workstation-test.ts';

test('a planner chooses a segment, moves it along the curve, applies the point and takes it back, all by keyboard', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Policy');
  const policy = new PolicyPage(page);
  await expect(policy.point).toBeVisible();
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  await workstation.picture('policy-all');

  // A cell by keyboard: the lists and the curve follow.
  await page.keyboard.press('m');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  await expect(policy.cell('A X')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(policy.cell('A X')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: /Segment: A X/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What service costs: A X' })).toBeVisible();
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  await policy.tab(/^Item-locations/).click();
  await expect(policy.items.locator('[row-index="0"] [col-id="segment"]')).toHaveText('AX');
  const before = await policy.items.locator('[row-index="0"] [col-id="target"]').innerText();

  // The point: six steps up the curve.
  await page.keyboard.press('c');
  await expect(policy.point).toBeFocused();
  const start = await policy.figure('Fill rate', 'Chosen');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowUp');
  const fill = await policy.figure('Fill rate', 'Chosen');
  expect(readFigure(fill)).toBeGreaterThan(readFigure(start));
  const change = await policy.figure('Safety stock', 'Change');
  expect(change).toMatch(/^\+/);
  await expect(policy.point).toHaveAttribute('aria-valuetext', new RegExp(`Fill rate ${fill}, safety stock [\\d,]+ EUR`));
  await workstation.picture('policy-point');

  // Applied after a look at count and money.
  await page.keyboard.press('Control+Enter');
  await expect(policy.review).toContainText(/\d+ item-locations change/);
  await expect(policy.review).toContainText(/safety stock \+[\d,]+ EUR/);
  await workstation.picture('policy-review');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/policy values? changed in the scenario/)).toBeVisible();
  await expect(policy.items.locator('[row-index="0"] [col-id="target"]')).not.toHaveText(before);
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  // The plan now stands near the point: what it orders to fill its own sites is demand of the sources once.
  expect(Math.abs(readFigure(await policy.figure('Fill rate', 'Now')) - readFigure(fill))).toBeLessThan(0.5);
  await policy.items.locator('[row-index="0"] [col-id="target"]').click();
  await expect(policy.beside('Where these values come from')).toContainText('from the scenario: Exchange curve: fill rate');
  await expect(policy.beside('Where these values come from')).toContainText('instead of the value from class A · all sites');
  await workstation.picture('policy-applied');

  // Back to where it was.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(policy.items.locator('[row-index="0"] [col-id="target"]')).toHaveText(before);
  expect(workstation.complaints).toEqual([]);
});

test('a planner accepts a parameter that no longer fits, and sees where the value comes from', async ({ workstation, page }) => {
  await workstation.open();
  await workstation.goTo('Policy');
  const policy = new PolicyPage(page);
  await expect(policy.proposals.locator('[row-index="0"] [col-id="item"]')).toBeVisible({ timeout: 30_000 });
  const first = policy.proposals.locator('[row-index="0"]');
  await first.locator('[col-id="item"]').click();
  await expect(policy.beside('Why this is proposed')).toBeVisible();
  await expect(policy.beside('Where these values come from')).toContainText(/from (item|class|family|all items)/);
  await expect(policy.beside('Where these values come from')).toContainText(/from the lane (of supplier|from site)/);
  const item = await first.locator('[col-id="item"]').innerText();
  const field = await first.locator('[col-id="field"]').innerText();
  await workstation.picture('policy-proposal');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/parameters? accepted into the scenario/)).toBeVisible();
  await expect(page.getByText(/Scenario .*[1-9]\d* changes?/)).toBeVisible();

  // Several at once: Space selects, A accepts.
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('a');
  await expect(page.getByText(/\d+ parameters accepted into the scenario/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/no changes/)).toBeVisible();
  await expect(first.locator('[col-id="item"]')).toHaveText(item);
  await expect(first.locator('[col-id="field"]')).toHaveText(field);
  expect(workstation.complaints).toEqual([]);
});

test('the point is dragged along the curve, has its table, and stands in light and dark', async ({ workstation, page }) => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await workstation.open();
    await page.reload();
    await workstation.goTo('Policy');
    const policy = new PolicyPage(page);
    await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
    const box = await policy.point.boundingBox();
    const from = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
    const index = Number(await policy.point.getAttribute('aria-valuenow'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 120, from.y - 12, { steps: 6 });
    await page.mouse.up();
    expect(Number(await policy.point.getAttribute('aria-valuenow'))).toBeGreaterThan(index);
    await page.keyboard.press('v');
    await expect(policy.cell('B smooth')).toBeVisible();
    await workstation.picture(`policy-classes-${theme}`);
    await page.keyboard.press('v');
    await policy.curve.getByRole('button', { name: 'Table' }).click();
    await expect(policy.curve.getByRole('row')).not.toHaveCount(0);
    await policy.curve.getByRole('button', { name: 'Table' }).click();
    await workstation.picture(`policy-${theme}`);
  }
  expect(workstation.complaints).toEqual([]);
});

test('a planner reads where a network would hold its safety stock, accepts it, and takes it back, all by keyboard', async ({
  workstation,
  page,
}) => {
  await workstation.open();
  await workstation.goTo('Policy');
  const policy = new PolicyPage(page);
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('p');
  const cell = (column: string) => policy.placements.locator(`[row-index="0"] [col-id="${column}"]`);
  await expect(cell('item')).toBeVisible({ timeout: 30_000 });
  const item = await cell('item').innerText();
  const saving = readFigure(await cell('saving').innerText());
  expect(saving).toBeGreaterThan(0);
  expect(readFigure(await cell('now').innerText()) - readFigure(await cell('placed').innerText())).toBeCloseTo(saving, -1);

  // The stages say how each quantity follows.
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(policy.stages.first()).toContainText(/waits 0 d \+ takes \d+ d − promises \d+ d = covers \d+ d/);
  await expect(policy.stages.first()).toContainText(/z [\d.]+ · /);
  await workstation.picture('policy-placement-light');

  // Accepted: the network holds what was placed, so that it is gone from the list.
  await page.keyboard.press('Enter');
  await expect(page.getByText(/safety stocks? placed in the scenario/)).toBeVisible();
  await expect(page.getByText(/Scenario .*[1-9]\d* changes?/)).toBeVisible();
  await expect(cell('item')).not.toHaveText(item);
  await workstation.picture('policy-placement-accepted');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/no changes/)).toBeVisible();
  await expect(cell('item')).toHaveText(item);

  // Networks without a placement are named with the reason.
  await page.keyboard.press('o');
  await expect(page.getByRole('grid', { name: 'Networks without a placement' }).locator('[row-index="0"]')).toBeVisible();
  await workstation.picture('policy-placement-left-out');
  expect(workstation.complaints).toEqual([]);
});

test('a typed safety stock stays where it is until a planner chooses it', async ({ workstation, page }) => {
  await workstation.open();
  await workstation.goTo('Policy');
  const policy = new PolicyPage(page);
  const first = policy.placements.locator('[row-index="0"]');
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('p');
  await expect(first).toBeVisible({ timeout: 30_000 });
  const item = await first.locator('[col-id="item"]').innerText();
  await first.locator('[col-id="item"]').click();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/placed in the scenario/)).toBeVisible();
  await expect(first.locator('[col-id="item"]')).not.toHaveText(item);

  // Another service asks for other stocks, so that the network is back, now with a typed stock.
  await expect(policy.curve).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('c');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Enter');
  await expect(policy.review).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/policy values? changed in the scenario/)).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await workstation.goTo('Policy');
  await page.getByRole('searchbox').fill(item);
  await page.getByRole('heading', { name: 'Policy' }).click();
  await page.keyboard.press('p');
  await expect(first.locator('[col-id="item"]')).toHaveText(item, { timeout: 30_000 });
  await expect(first.locator('[col-id="stays"]')).toHaveText('1');
  await first.locator('[col-id="item"]').click();
  const choice = page.getByRole('checkbox', { name: /Replace the safety stock typed at/ });
  await expect(choice).not.toBeChecked();
  await workstation.picture('policy-placement-dark');
  await page.keyboard.press('t');
  await expect(choice).toBeChecked();
  await page.keyboard.press('a');
  await expect(page.getByText(/placed in the scenario\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No network would hold its safety stock elsewhere' })).toBeVisible();
  expect(workstation.complaints).toEqual([]);
});
