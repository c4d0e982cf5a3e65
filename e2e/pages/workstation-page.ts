import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

const pictures = join(import.meta.dirname, '..', '..', 'artifacts', 'pictures');

/** The window as a whole: opening it, moving between screens, and what the browser complained about. */
export class WorkstationPage {
  readonly page: Page;
  readonly url: string;
  /** Errors of scripts and violations of the security policy, in order. */
  readonly complaints: string[] = [];

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
    await this.main.waitFor();
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation');
  }

  /** Goes to a screen by the rail, as a planner does. */
  async goTo(screen: string): Promise<void> {
    await this.navigation.getByRole('link', { name: screen }).click();
  }

  /** Changes from light to dark, as a planner does. */
  async setDark(): Promise<void> {
    await this.page.getByRole('button', { name: 'Theme: dark' }).click();
  }

  /** Keeps a picture of the window under artifacts/pictures/. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }
}
