import type { Locator, Page } from '@playwright/test';

/** The screen of the ERP: connection, data, outbox. */
export class SyncPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get outbox(): Locator {
    return this.page.getByRole('table', { name: 'Outbox' });
  }

  /** The outbox line of an item. */
  lineOf(itemId: string): Locator {
    return this.outbox.getByRole('row').filter({ hasText: itemId });
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send approved orders' }).click();
    await this.page.getByRole('button', { name: 'Confirm sending' }).click();
  }

  async getData(): Promise<void> {
    await this.page.getByRole('button', { name: 'Get data' }).click();
  }
}
