import { expect, type Locator, type Page } from '@playwright/test';

/** The screen of item-locations and the inspector beside it, by what a planner sees and presses. */
export class InventoryPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary');
  }

  /** A section of the inspector by its heading. */
  section(name: string): Locator {
    return this.inspector.getByRole('region', { name });
  }

  async openFirstRow(): Promise<void> {
    await this.grid.locator('[row-index="0"] [col-id="name"]').click();
    await this.page.keyboard.press('Enter');
    await this.waitForDetail();
  }

  /** Walks down the rows by keyboard until the inspector shows a section. */
  async findRowWith(name: string, mostRows = 60): Promise<Locator> {
    const section = this.section(name);
    for (let row = 0; row < mostRows; row += 1) {
      if (await section.isVisible()) return section;
      await this.page.keyboard.press('ArrowDown');
      await this.page.keyboard.press('Enter');
      await this.waitForDetail();
    }
    throw new Error(`None of ${mostRows} rows shows ${name}`);
  }

  private async waitForDetail(): Promise<void> {
    await expect(this.inspector).toBeVisible();
    await expect(this.inspector).toHaveAttribute('aria-busy', 'false');
  }
}
