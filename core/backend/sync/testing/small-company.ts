import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';

/** 2026-01-05. */
export const planDay = 20_458;

/** A company small enough to compare row by row, with each kind of row the ERP holds. */
export function createSmallCompany(): PackageSource {
  const manifest = { planDay, horizonDays: 91, currency: 'EUR' };
  return createMemoryPackage(manifest, {
    companies: [{ company_id: 'EU', name: 'Europe', currency: 'EUR' }],
    sites: [
      { site_id: 'HUB', name: 'Hub', company_id: 'EU', kind: 'hub', region: 'north' },
      { site_id: 'BRA', name: 'Branch', company_id: 'EU', kind: 'branch' },
    ],
    items: [
      {
        item_id: 'P1',
        name: 'Pump',
        family: 'pumps',
        uom: 'pcs',
        decimals: 0,
        cost: 10,
        price: 15,
        tracking: 'lot',
        lifecycle: 'active',
        shelf_life_days: 300,
      },
      { item_id: 'P2', name: 'Seal', family: 'seals', uom: 'kg', decimals: 2, cost: 1.25, tracking: 'none', lifecycle: 'active' },
      { item_id: 'P3', name: 'Set', family: 'pumps', uom: 'pcs', decimals: 0, cost: 20, tracking: 'none', lifecycle: 'active' },
    ],
    suppliers: [
      { supplier_id: 'S1', name: 'Supplier', company_id: 'EU', currency: 'EUR', status: 'approved', min_order_value: 100 },
    ],
    stock: [
      {
        item_id: 'P1',
        site_id: 'HUB',
        qty: 40,
        status: 'available',
        lot: 'L1',
        expires_on: planDay + 90,
        received_on: planDay - 9,
      },
      { item_id: 'P1', site_id: 'HUB', qty: 4, status: 'quarantine', release_on: planDay + 3 },
      { item_id: 'P2', site_id: 'BRA', qty: 2.25, status: 'available' },
    ],
    demand_history: [
      { item_id: 'P1', site_id: 'BRA', date: planDay - 30, qty: 5, kind: 'sale', customer_id: 'C1' },
      { item_id: 'P1', site_id: 'BRA', date: planDay - 20, qty: 1, kind: 'return', customer_id: 'C1' },
    ],
    demand_open: [
      { order_id: 'SO1', item_id: 'P1', site_id: 'BRA', due_date: planDay + 4, qty: 6, customer_id: 'C1', priority: 2 },
    ],
    forecast: [{ item_id: 'P1', site_id: 'BRA', start_date: planDay, days: 7, qty: 9, stream: 'promotion' }],
    supply_open: [
      {
        order_id: 'PO1',
        kind: 'buy',
        item_id: 'P1',
        site_id: 'HUB',
        due_date: planDay + 5,
        confirmed_date: planDay + 8,
        qty: 48,
        source_id: 'S1',
        status: 'confirmed',
        ordered_on: planDay - 2,
      },
      {
        order_id: 'PO2',
        kind: 'buy',
        item_id: 'P2',
        site_id: 'HUB',
        due_date: planDay + 9,
        qty: 1.5,
        source_id: 'S1',
        status: 'draft',
        ordered_on: planDay - 1,
      },
      {
        order_id: 'TR1',
        kind: 'transfer',
        item_id: 'P1',
        site_id: 'BRA',
        due_date: planDay + 1,
        qty: 3,
        source_id: 'HUB',
        status: 'in_transit',
        ordered_on: planDay - 1,
      },
      {
        order_id: 'MO1',
        kind: 'make',
        item_id: 'P3',
        site_id: 'HUB',
        due_date: planDay + 2,
        qty: 2,
        status: 'confirmed',
        ordered_on: planDay - 3,
      },
    ],
    lanes: [
      {
        item_id: 'P1',
        site_id: 'HUB',
        kind: 'buy',
        source_id: 'S1',
        lead_time_days: 12,
        lead_time_sd: 3,
        moq: 24,
        multiple: 12,
        unit_cost: 10,
      },
      { item_id: '*', site_id: 'BRA', kind: 'transfer', source_id: 'HUB', lead_time_days: 2, review_days: 7 },
      { item_id: '*', site_id: 'company:EU', kind: 'transfer', source_id: 'HUB', lead_time_days: 4 },
      { item_id: 'P3', site_id: 'HUB', kind: 'make', lead_time_days: 5, lead_time_basis: 'working' },
    ],
    price_breaks: [{ item_id: 'P1', supplier_id: 'S1', min_qty: 100, unit_cost: 9.5 }],
    bom: [{ parent_item_id: 'P3', component_item_id: 'P2', qty: 2, per_qty: 1, scrap: 0.02, kind: 'normal' }],
    policies: [
      { item_id: '*', site_id: '*', method: 'time_phased', service_target: 0.95 },
      { item_id: '*', site_id: 'company:EU', service_target: 0.96, inherits: 1 },
      { item_id: 'P1', site_id: 'BRA', method: 'min_max', min_qty: 4, max_qty: 12, owner: 'ada' },
    ],
  });
}
