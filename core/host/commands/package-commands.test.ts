import { cp, mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';

const io = { note: () => undefined, announce: () => undefined, signal: new AbortController().signal, environment: {} };
const files = {
  'manifest.json': '{"format":"planning-package","version":1,"planDate":"2026-01-05","horizonDays":28,"currency":"EUR"}',
  'sites.csv': 'site_id\nHUB\n',
  'items.csv': 'item_id,name\nP1,"Pump, large"\n',
  'stock.csv': 'item_id,site_id,qty\nP1,HUB,12.50\n',
};

async function newCompany(): Promise<{ readonly folder: string; readonly company: string; readonly db: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  const company = join(folder, 'company');
  await mkdir(company);
  for (const [name, text] of Object.entries(files)) await writeFile(join(company, name), text);
  return { folder, company, db: join(folder, 'company.sqlite') };
}

async function contentOf(folder: string): Promise<unknown> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
}

describe('import and export', () => {
  it('PKG-10 give the same bytes from the first export on', async () => {
    const { folder, company, db } = await newCompany();
    const imported = await importCommand.run({ package: company, db }, io);
    expect(imported).toMatchObject({ exitCode: 0, result: { version: 1, rows: { items: 1, sites: 1, stock: 1 } } });
    await exportCommand.run({ db, package: join(folder, 'first') }, io);
    await importCommand.run({ package: join(folder, 'first'), db }, io);
    await exportCommand.run({ db, package: join(folder, 'second') }, io);
    expect(await contentOf(join(folder, 'second'))).toEqual(await contentOf(join(folder, 'first')));
  });

  it('PKG-9 take in nothing of a package with an error, and keep what was there', async () => {
    const { folder, company, db } = await newCompany();
    await importCommand.run({ package: company, db }, io);
    const broken = join(folder, 'broken');
    await cp(company, broken, { recursive: true });
    await writeFile(join(broken, 'stock.csv'), 'item_id,site_id,qty\nP1,HUB,1\nP1,HUB,abc\n');
    await expect(importCommand.run({ package: broken, db }, io)).rejects.toMatchObject({
      code: 'input.package',
      message: expect.stringContaining('stock.csv:3:8: found "abc" in column "qty"') as string,
    });
    await exportCommand.run({ db, package: join(folder, 'out') }, io);
    expect(await readFile(join(folder, 'out', 'stock.csv'), 'utf8')).toContain('P1,HUB,12.5,');
  });

  it('say what is missing', async () => {
    const { folder, company, db } = await newCompany();
    await expect(exportCommand.run({ db, package: join(folder, 'out') }, io)).rejects.toThrow('Import a package into it first');
    await expect((async () => importCommand.run({ package: company }, io))()).rejects.toThrow('--db FILE is missing');
  });
});

describe('check', () => {
  it('PKG-5 prints every error and warning with its place', async () => {
    const { company } = await newCompany();
    expect(await checkCommand.run({ package: company }, io)).toMatchObject({ exitCode: 0, text: '0 errors, 0 warnings' });
    await writeFile(join(company, 'stock.csv'), 'item_id,site_id,qty,colour\nP9,HUB,abc,red\n');
    const { exitCode, result } = await checkCommand.run({ package: company }, io);
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({
      errors: [
        { file: 'stock.csv', line: 2, column: 1, message: 'found "P9" in column "item_id"; an id of items.csv is allowed' },
        { file: 'stock.csv', line: 2, column: 8 },
      ],
      warnings: [{ file: 'stock.csv', line: 1, column: 21 }],
      errorCount: 2,
      warningCount: 1,
    });
  });
});
