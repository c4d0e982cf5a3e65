import { expect, type Locator, type Page } from '@playwright/test';
import { readFigure } from './replenish-page.ts';

/** The screen of forecasts, by what a planner sees and presses. */
export class DemandPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Forecasts' });
  }

  get weeks(): Locator {
    return this.page.getByRole('grid', { name: 'Weeks to come' });
  }

  get members(): Locator {
    return this.page.getByRole('grid', { name: 'Members' });
  }

  /** A choice of the level on which demand is looked at. */
  level(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  get detail(): Locator {
    return this.page.getByRole('complementary');
  }

  /** A section of the detail by its heading. */
  section(name: string): Locator {
    return this.detail.getByRole('region', { name });
  }

  cell(row: number, column: string): Locator {
    return this.grid.locator(`[row-index="${row}"] [col-id="${column}"]`);
  }

  week(row: number, column: string): Locator {
    return this.weeks.locator(`[row-index="${row}"] [col-id="${column}"]`);
  }

  get lines(): Locator {
    return this.page.getByRole('grid', { name: 'Demand lines' });
  }

  line(row: number, column: string): Locator {
    return this.lines.locator(`[row-index="${row}"] [col-id="${column}"]`);
  }

  async lineFigure(row: number, column: string): Promise<number> {
    return readFigure(await this.line(row, column).innerText());
  }

  async weekFigure(row: number, column: string): Promise<number> {
    return readFigure(await this.week(row, column).innerText());
  }

  get weekField(): Locator {
    return this.page.getByRole('textbox', { name: /^Override for the week of / });
  }

  get reason(): Locator {
    return this.detail.getByRole('combobox', { name: 'Reason' });
  }

  async waitForDetail(): Promise<void> {
    await expect(this.detail).toHaveAttribute('aria-busy', 'false');
  }
}
