import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDay } from '#core/base/calendar-day.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import type { PackageRow, TableName } from '#core/model/package/package-tables.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { convertWholesaler } from './convert-wholesaler.ts';
import { siteFor } from './wholesaler-sites.ts';

const sales = `date,time,invoice,sku,qty,price,cust,country,type
2011-08-01,07:45,489434,85048,12,6.95,13085,United Kingdom,S
2011-08-01,09:10,489435,85048,3,6.95,13090,United Kingdom,S
2011-08-02,07:45,489436,85048,-4,6.95,13085,United Kingdom,R
2011-08-03,07:45,489437,85048,900,6.95,13085,United Kingdom,X
2011-08-20,07:45,489438,85048,24,6.95,14000,France,S
2011-08-28,07:45,489439,21232,6,1.25,14001,Japan,S
`;
const master = `sku,description,median_price,lines,qty,revenue,first,last,median_line
85048,15CM CHRISTMAS GLASS BALL LIGHTS,6.95,4,39,271,2011-08-01,2011-08-20,12
21232,STRAWBERRY CERAMIC TRINKET BOX,1.25,1,6,7.5,2011-08-28,2011-08-28,6
99999,NEVER SOLD MUG,2.5,0,0,0,,,
`;
const deliveries = `id,vendor,lead_days_po_to_delivery\n${Array.from({ length: 14 }, (_, index) => `${index},Acme,${30 + index}`).join('\n')}\n98,Acme,-3\n99,Acme,\n`;

async function folders(): Promise<{ retailFolder: string; deliveriesFolder: string; seed: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'wholesaler-'));
  await writeFile(join(folder, 'transactions.csv'), sales);
  await writeFile(join(folder, 'sku_master.csv'), master);
  await writeFile(join(folder, 'scms_deliveries.csv'), deliveries);
  return { retailFolder: folder, deliveriesFolder: folder, seed: 1 };
}

async function rowsOf<Name extends TableName>(source: PackageSource, name: Name): Promise<PackageRow<Name>[]> {
  const rows: PackageRow<Name>[] = [];
  for await (const row of source.rows(name)) rows.push(row);
  return rows;
}

describe('the wholesaler as a package', () => {
  it('CNV-1 takes sales by day, item and centre, and leaves out returns and cancelled lines', async () => {
    const { source, report } = await convertWholesaler(await folders());
    expect((await rowsOf(source, 'demand_history')).map((row) => [row.item_id, row.site_id, row.qty])).toEqual([
      ['85048', 'UK', 15],
      ['85048', 'WEST', 24],
      ['21232', 'OVERSEAS', 6],
    ]);
    expect(report).toMatchObject({ salesLines: 3, otherLines: 2, items: 2, itemLocations: 3, deliveriesDropped: 2 });
  });

  it('CNV-2 plans from the day after the last sale', async () => {
    const { source } = await convertWholesaler(await folders());
    expect(source.manifest).toMatchObject({ planDay: parseDay('2011-08-29'), currency: 'GBP' });
  });

  it('CNV-3 gives every item a supplier with the lead times of a real vendor', async () => {
    const { source } = await convertWholesaler(await folders());
    const buys = (await rowsOf(source, 'lanes')).filter((lane) => lane.kind === 'buy');
    expect(buys.map((lane) => [lane.item_id, lane.site_id, lane.lead_time_days])).toEqual([
      ['85048', 'UK', 37],
      ['21232', 'UK', 37],
    ]);
  });

  it('CNV-4 serves countries from the nearest centre', () => {
    expect(['EIRE', 'Germany', 'Norway', 'Brazil'].map(siteFor)).toEqual(['IE', 'CENTRAL', 'NORTH', 'OVERSEAS']);
  });

  it('CNV-5 makes a package that plans', async () => {
    const { source } = await convertWholesaler(await folders());
    const { result } = await planCase(source);
    expect(result.meta.nodes).toBe(4);
    expect(result.meta.orders).toBeGreaterThan(0);
  });

  it('CNV-6 says which file or column is missing', async () => {
    const given = await folders();
    await expect(convertWholesaler({ ...given, retailFolder: '/nowhere' })).rejects.toThrow('Neither /nowhere/transactions.csv');
    await writeFile(join(given.retailFolder, 'sku_master.csv'), 'sku,name\n');
    await expect(convertWholesaler(given)).rejects.toThrow('has no column description, median_price');
  });
});
