import { expect, type Locator, type Page } from '@playwright/test';

/** The screen of proposed orders, by what a planner sees and presses. */
export class ReplenishPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Proposed orders' });
  }

  /** A cell by its row on the screen and its column. */
  cell(row: number, column: string): Locator {
    return this.grid.locator(`[row-index="${row}"] [col-id="${column}"]`);
  }

  /** The first row on the screen whose kind is as given. */
  async firstRowOfKind(kind: string): Promise<number> {
    await expect(this.cell(0, 'kind')).toBeVisible();
    for (let row = 0; row < 40; row += 1) {
      if ((await this.cell(row, 'kind').count()) === 0) break;
      if ((await this.cell(row, 'kind').innerText()).trim() === kind) return row;
    }
    throw new Error(`No row of kind ${kind} is on the screen`);
  }

  async textOf(row: number, column: string): Promise<string> {
    return (await this.cell(row, column).innerText()).trim();
  }

  /** The explanation of the quantity in the inspector. */
  get why(): Locator {
    return this.page.getByRole('region', { name: 'Why this quantity' });
  }

  /** What would make another order of it. */
  get whatWouldChange(): Locator {
    return this.page.getByRole('region', { name: 'What would change this' });
  }

  /** The top terms of the explanation and the quantity they explain, as figures. */
  async readExplanation(): Promise<{ readonly terms: readonly number[]; readonly total: number }> {
    const amounts = this.why.locator('tbody tr:not(.part) td:nth-of-type(1)');
    await expect(amounts.first()).toBeVisible();
    const total = await this.why.locator('tfoot td').first().innerText();
    return { terms: (await amounts.allInnerTexts()).map(readFigure), total: readFigure(total) };
  }

  /**
   * Goes to a cell and presses a key on it before any timer of the page can run, as the browser does with keys that waited while
   * the page was busy.
   */
  async pressAtOnce(row: number, column: string, key: { readonly key: string; readonly ctrlKey: boolean }): Promise<void> {
    await this.cell(row, column).evaluate(async (cell, pressed) => {
      (cell as HTMLElement).focus(); // a cell of the grid
      await Promise.resolve();
      cell.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }));
    }, key);
  }

  get quantityField(): Locator {
    return this.page.getByRole('textbox', { name: /^Quantity of / });
  }

  get review(): Locator {
    return this.page.getByRole('region', { name: 'Review of the approval' });
  }
}

/** A figure as the desk shows it, back as a number. */
export function readFigure(text: string): number {
  return Number(
    text
      .replaceAll(',', '')
      .replace('−', '-')
      .replace(/[^\d.-]/g, ''),
  );
}
