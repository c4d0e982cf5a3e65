import { describe, expect, it } from 'vitest';
import { buildFrame } from '#core/frame/build-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { viewPlan, type PlanView } from './plan-tables.ts';
import { intercompanyLines, jointOrderLines, moveLines } from './proposal-tables.ts';
import { withPlan } from './run-plan.ts';

const planDay = 20458; // Monday 2026-01-05

/** A hub of C1 that buys two items, a branch of C1 that is short, one of C1 with too much, and one of C2. */
function company(): PackageSource {
  const fromHub = { item_id: '*', kind: 'transfer', source_id: 'HUB', lead_time_days: 2, unit_cost: 1 } as const;
  return createMemoryPackage(
    { planDay, horizonDays: 28, currency: 'EUR' },
    {
      companies: [{ company_id: 'C1' }, { company_id: 'C2', currency: 'GBP' }],
      sites: [...['A', 'B', 'HUB'].map((site_id) => ({ site_id, company_id: 'C1' })), { site_id: 'UK', company_id: 'C2' }],
      items: [
        { item_id: 'P', cost: 5, weight: 2 },
        { item_id: 'Q', cost: 4, weight: 2 },
      ],
      suppliers: [{ supplier_id: 'S', min_order_value: 500, grouping_days: 7, load_weight: 100 }],
      stock: [{ item_id: 'P', site_id: 'B', qty: 9, status: 'available' }],
      lanes: [
        ...['A', 'B', 'UK'].map((site_id) => ({ ...fromHub, site_id })),
        { item_id: '*', site_id: 'HUB', kind: 'buy', source_id: 'S', lead_time_days: 10, unit_cost: 5 },
      ],
      demand_open: [
        { order_id: 'SO1', item_id: 'P', site_id: 'A', due_date: planDay + 20, qty: 30 },
        { order_id: 'SO2', item_id: 'Q', site_id: 'UK', due_date: planDay + 22, qty: 10 },
      ],
    },
  );
}

async function view(): Promise<PlanView> {
  const { frame, result } = await planCase(company());
  return viewPlan(frame, result);
}

const textOf = (lines: Iterable<string>) => [...lines].join('').trimEnd().split('\n');

describe('files of proposals', () => {
  it('REB-13 moves.csv names what is moved and the line it stands in for', async () => {
    expect(textOf(moveLines(await view()))).toEqual([
      'item_id,from_site,to_site,qty,ship_date,receipt_date,cost,benefit,replaces_order',
      'P,B,A,9,2026-01-23,2026-01-25,9.00,45.00,P@A#1',
    ]);
  });

  it('PLN-24 and REB-8 moves go on the terms that were changed', async () => {
    const changes: PlanChanges = {
      ...noChanges,
      parameters: [{ kind: 'parameter.set', itemId: 'P', siteId: 'A', field: 'lead_time_days', value: 5, reason: '' }],
    };
    const [, move] = await withPlan({ frame: await buildFrame(company(), 1) }, changes, { threads: 1 }, (run) =>
      Promise.resolve(textOf(moveLines(viewPlan(run.frame, run.result)))),
    );
    expect(move).toBe('P,B,A,9,2026-01-20,2026-01-25,9.00,45.00,P@A#1');
  });

  it('JNT-11 joint_orders.csv has every line with the totals of its order, and says what is below the minimum', async () => {
    const note = '300.00 EUR below the minimum of 500.00 EUR';
    expect(textOf(jointOrderLines(await view()))).toEqual([
      'joint_id,supplier_id,company_id,site_id,order_date,order_id,item_id,planned_date,planned_qty,qty,value,joint_value,minimum,load_share,note',
      `J1,S,C1,HUB,2026-01-13,P@HUB#1,P,2026-01-13,30,30,150.00,200.00,500.00,0.80,${note}`,
      `J1,S,C1,HUB,2026-01-13,Q@HUB#1,Q,2026-01-15,10,10,50.00,200.00,500.00,0.80,${note}`,
    ]);
  });

  it('ICO-1 intercompany.csv has a sale and a purchase for each transfer between companies', async () => {
    expect(textOf(intercompanyLines(await view()))).toEqual([
      'order_id,side,company_id,partner_company_id,item_id,site_id,date,qty,unit_cost,value,currency',
      'Q@UK#1,sale,C1,C2,Q,HUB,2026-01-25,10,1,10.00,GBP',
      'Q@UK#1,purchase,C2,C1,Q,UK,2026-01-27,10,1,10.00,GBP',
    ]);
  });
});
