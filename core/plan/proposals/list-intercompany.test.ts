import { describe, expect, it } from 'vitest';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { listIntercompany } from './list-intercompany.ts';

const planDay = 20458; // Monday 2026-01-05

async function documents(companyOfBranch: string | null) {
  const { frame, result } = await planCase(
    createMemoryPackage(
      { planDay, horizonDays: 28, currency: 'EUR' },
      {
        companies: [{ company_id: 'C1' }, { company_id: 'C2', currency: 'GBP' }],
        sites: [
          { site_id: 'BR', company_id: companyOfBranch },
          { site_id: 'HUB', company_id: 'C1' },
        ],
        items: [{ item_id: 'P', cost: 5 }],
        suppliers: [{ supplier_id: 'S' }],
        lanes: [
          { item_id: 'P', site_id: 'BR', kind: 'transfer', source_id: 'HUB', lead_time_days: 3, unit_cost: 1.235 },
          { item_id: 'P', site_id: 'HUB', kind: 'buy', source_id: 'S', lead_time_days: 5 },
        ],
        demand_open: [10, 12].map((day) => ({
          ...{ order_id: `SO${day}`, item_id: 'P', site_id: 'BR', due_date: planDay + day, qty: day * 3 },
        })),
      },
    ),
  );
  return [...listIntercompany(frame, result)].map(
    ({ side, day, grains, unitCost, valueMinor, site, partnerSite, currencySite }) => ({
      ...{ side, day: day - planDay, pieces: grains / 1000, unitCost, valueMinor, site, partnerSite, currencySite },
    }),
  );
}

describe('listIntercompany', () => {
  it('ICO-1, ICO-2 name a sale and a purchase of the same quantity and value for each line between companies', async () => {
    const first = { pieces: 30, unitCost: 1.235, valueMinor: 3705, currencySite: 0 };
    const second = { pieces: 36, unitCost: 1.235, valueMinor: 4446, currencySite: 0 };
    expect(await documents('C2')).toEqual([
      { ...first, side: 'sale', day: 7, site: 1, partnerSite: 0 },
      { ...first, side: 'purchase', day: 10, site: 0, partnerSite: 1 },
      { ...second, side: 'sale', day: 9, site: 1, partnerSite: 0 },
      { ...second, side: 'purchase', day: 12, site: 0, partnerSite: 1 },
    ]);
  });

  it('ICO-3 names nothing for lanes inside a company, nor where a site has none', async () => {
    expect(await documents('C1')).toEqual([]);
    expect(await documents(null)).toEqual([]);
  });
});
