import type { Locator, Page } from '@playwright/test';

/** The screen of policies: segments, the curve of service and stock, and the lists below. */
export class PolicyPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get matrix(): Locator {
    return this.page.getByRole('grid', { name: 'Segments' });
  }

  /** A cell of the matrix by the beginning of what it says, such as `A X`. */
  cell(name: string): Locator {
    return this.matrix.getByRole('gridcell', { name: new RegExp(`^${name}:`) });
  }

  get point(): Locator {
    return this.page.getByRole('slider', { name: 'Chosen point on the curve' });
  }

  /** A figure of the point against now: `Now`, `Chosen` or `Change` of a row. */
  async figure(row: string, column: 'Now' | 'Chosen' | 'Change'): Promise<string> {
    const cells = this.page.getByRole('table', { name: 'Chosen point against now' }).getByRole('row', { name: row });
    return (await cells.locator('td').nth(['Now', 'Chosen', 'Change'].indexOf(column)).innerText()).trim();
  }

  get review(): Locator {
    return this.page.getByRole('region', { name: 'Review of the policy change' });
  }

  get proposals(): Locator {
    return this.page.getByRole('grid', { name: 'Proposed parameters' });
  }

  get items(): Locator {
    return this.page.getByRole('grid', { name: 'Item-locations and their policies' });
  }

  get placements(): Locator {
    return this.page.getByRole('grid', { name: 'Placement of safety stock in networks' });
  }

  /** A placement as one text per stage, from supplier to customer. */
  get stages(): Locator {
    return this.beside('From supplier to customer').getByRole('listitem');
  }

  get curve(): Locator {
    return this.page.getByRole('region', { name: 'Service and stock', exact: true });
  }

  /** A section beside the lists, by its heading. */
  beside(name: string): Locator {
    return this.page.getByRole('complementary').getByRole('region', { name });
  }

  tab(name: RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }
}
