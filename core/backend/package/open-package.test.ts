import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '#core/model/package/finding.ts';
import { parseDay } from '#core/base/calendar-day.ts';
import { openPackage } from './open-package.ts';

const manifest = '{"format":"planning-package","version":1,"planDate":"2026-01-05","horizonDays":28,"currency":"EUR"}';
const sound = {
  'manifest.json': manifest,
  'sites.csv': 'site_id,name\nHUB,"Main, hub"\n',
  'items.csv': 'name,item_id\n"Pump ""P1""\nlarge",P1\nSeal,P2\n',
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'package-')), 'company');
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

async function findingsOf(
  files: Readonly<Record<string, string>>,
): Promise<{ errors: string[]; warnings: string[]; errorCount: number }> {
  const opened = await openPackage(await folderWith(files));
  await opened.readRest();
  const { errors, warnings, errorCount } = opened.findings;
  return { errors: errors.map(formatFinding), warnings: warnings.map(formatFinding), errorCount };
}

describe('openPackage', () => {
  it('PKG-1 reads rows with quotes, line ends and columns in any order', async () => {
    const opened = await openPackage(await folderWith(sound));
    const rows = [];
    for await (const row of opened.rows('sites')) rows.push(row.name);
    for await (const row of opened.rows('items')) rows.push(row.item_id, row.name, row.cost);
    expect(rows).toEqual(['Main, hub', 'P1', 'Pump "P1"\nlarge', null, 'P2', 'Seal', null]);
    expect(opened.manifest).toEqual({ planDay: parseDay('2026-01-05'), horizonDays: 28, currency: 'EUR' });
  });

  it('PKG-2 names what is wrong in the manifest with its place', async () => {
    const broken = manifest.replace('"version":1', '\n "version":2').replace('28', '0');
    expect((await findingsOf({ ...sound, 'manifest.json': broken })).errors).toEqual([
      'manifest.json:2:2: found 2 as "version"; 1 is allowed',
      'manifest.json:2:38: found 0 as "horizonDays"; a whole number from 1 to 1830 is allowed',
    ]);
  });

  it('PKG-3 lists at most 200 errors and counts all', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `X${index},HUB,1`).join('\n');
    const found = await findingsOf({ ...sound, 'stock.csv': `item_id,site_id,qty\n${rows}\n` });
    expect([found.errors.length, found.errorCount]).toEqual([200, 250]);
  });

  it('PKG-4 warns of unknown files and columns and reads the rest', async () => {
    const found = await findingsOf({ ...sound, 'notes.csv': 'x\n', 'stock.csv': 'item_id,colour,site_id,qty\nP1,red,HUB,1\n' });
    expect(found).toEqual({
      errors: [],
      errorCount: 0,
      warnings: [
        'notes.csv:1:1: the file is not known and is not read',
        'stock.csv:1:9: column "colour" is not known and is not read',
      ],
    });
  });

  it('PKG-5 names place, found and allowed of every bad cell', async () => {
    const found = await findingsOf({
      ...sound,
      'stock.csv': 'item_id,site_id,qty,status,expires_on\r\nP1,HUB,abc,available,\r\n"P2",HUB,,here,2026-02-30\r\n',
    });
    expect(found.errors).toEqual([
      'stock.csv:2:8: found "abc" in column "qty"; a number with a decimal point is allowed',
      'stock.csv:3:10: column "qty" is empty; a value is required',
      expect.stringMatching(/^stock\.csv:3:11: found "here" in column "status"; one of available, reserved, .* is allowed$/),
      'stock.csv:3:16: found "2026-02-30" in column "expires_on"; a date such as 2026-01-05 is allowed',
    ]);
  });

  it('PKG-7 finds missing columns, duplicate keys and references that lead nowhere', async () => {
    const found = await findingsOf({
      ...sound,
      'items.csv': 'item_id,successor_id\nP1,P2\nP2,P9\nP1,\n',
      'stock.csv': 'item_id,site_id\nP1,HUB\n',
      'demand_open.csv': 'order_id,item_id,site_id,due_date,qty\nSO1,P1,HUB,2026-01-14,1\nSO1,P1,HUB,2026-01-14,2\n',
      'policies.csv': 'item_id,site_id,method\n*,*,none\nfamily:X,HUB,none\nP7,HUB,none\n',
      'supply_open.csv': 'order_id,kind,item_id,site_id,due_date,qty,source_id\nPO1,buy,P1,HUB,2026-01-09,5,S1\n',
    });
    expect(found.errors).toEqual([
      'items.csv:4:1: item_id P1 is there twice, first on line 2; each is allowed once',
      'items.csv:3:4: found "P9" in column "successor_id"; an id of items.csv is allowed',
      'stock.csv:1:1: column "qty" is missing; it is required',
      'demand_open.csv:3:1: order_id SO1, item_id P1, site_id HUB, due_date 2026-01-14 is there twice, first on line 2; each is allowed once',
      'supply_open.csv:2:29: found "S1" in column "source_id"; an id of suppliers.csv or sites.csv is allowed',
      'policies.csv:4:1: found "P7" in column "item_id"; an id of items.csv is allowed',
    ]);
  });

  it('PKG-7 finds periods that end before they begin; events take groups of items, exclusions and stock-outs do not', async () => {
    const found = await findingsOf({
      ...sound,
      'demand_exclusions.csv':
        'item_id,site_id,date,qty\nP1,HUB,2025-11-03,900\nP1,HUB,2025-11-03,900\nclass:A,HUB,2025-11-03,1\n',
      'stockouts.csv':
        'item_id,site_id,from_date,to_date\nP1,HUB,2025-11-03,2025-11-03\nP2,HUB,2025-11-09,2025-11-08\n*,HUB,2025-11-09,2025-11-09\n',
      'events.csv':
        'event_id,start_date,days,item_id,site_id,factor\nSALE,2025-11-24,7,family:PUMPS,*,1.5\nSALE,2025-11-24,0,P1,HUB,-1\n',
    });
    expect(found.errors).toEqual([
      'demand_exclusions.csv:3:1: item_id P1, site_id HUB, date 2025-11-03, qty 900, customer_id (empty) is there twice, first on line 2; each is allowed once',
      'demand_exclusions.csv:4:1: found "class:A" in column "item_id"; an id of items.csv is allowed',
      'stockouts.csv:3:19: found "2025-11-08" in column "to_date"; from_date or a later day is allowed',
      'stockouts.csv:4:1: found "*" in column "item_id"; an id of items.csv is allowed',
      'events.csv:3:17: found "0" in column "days"; a whole number from 1 to 3650 is allowed',
      'events.csv:3:26: found "-1" in column "factor"; a number of 0 or more is allowed',
    ]);
  });

  it('PKG-8 gives a place to quotes that are not closed and to rows of another length', async () => {
    const found = await findingsOf({
      ...sound,
      'stock.csv': 'item_id,site_id,qty\nP1,HUB\n\nP1,HUB,1,2\n',
      'demand_open.csv': 'order_id,item_id,site_id,due_date,qty\nSO1,"P1,HUB,2026-01-09,1\n',
    });
    expect(found.errors).toEqual([
      'stock.csv:2:1: found 2 cells; 3 are allowed, as in the header',
      'stock.csv:4:1: found 4 cells; 3 are allowed, as in the header',
      expect.stringMatching(/^demand_open\.csv:2:1: a quoted cell is not closed/),
    ]);
  });

  it('PKG-9 says what to do where there is no package', async () => {
    await expect(openPackage('/nowhere/at/all')).rejects.toThrow('Give the folder that holds manifest.json');
    await expect(openPackage(await folderWith({ 'items.csv': 'item_id\n' }))).rejects.toThrow('holds no manifest.json');
  });
});
