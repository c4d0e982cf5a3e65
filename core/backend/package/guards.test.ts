import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { formatFinding } from '#core/model/package/finding.ts';
import { openPackage } from './open-package.ts';

const manifest = '{"format":"planning-package","version":1,"planDate":"2026-01-05","horizonDays":28}';

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'guards-'));
}

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = join(await newFolder(), 'company.zip');
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

describe('a package from strangers', () => {
  it('is read from a zip with one folder in it', async () => {
    const opened = await openPackage(await zipOf({ 'company/manifest.json': manifest, 'company/items.csv': 'item_id\nP1\n' }));
    const ids: string[] = [];
    for await (const row of opened.rows('items')) ids.push(row.item_id);
    expect(ids).toEqual(['P1']);
    opened.close();
  });

  it('PKG-11 cannot name files outside its zip', async () => {
    const path = await zipOf({ 'manifest.json': manifest, 'aa/items.csv': 'item_id\n' });
    const bytes = await readFile(path);
    await writeFile(path, Buffer.from(bytes.toString('latin1').replaceAll('aa/items.csv', '../items.csv'), 'latin1'));
    await expect(openPackage(path)).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('PKG-11 cannot hold a file twice', async () => {
    const path = await zipOf({ 'manifest.json': manifest, 'a/items.csv': 'item_id\n', 'b/items.csv': 'item_id\n' });
    await expect(openPackage(path)).rejects.toThrow('items.csv is in');
  });

  it('PKG-11 cannot unpack to more than a planning table', async () => {
    const opened = await openPackage(await zipOf({ 'manifest.json': manifest, 'items.csv': Buffer.alloc(8_000_000, 'a') }));
    await expect(opened.readRest()).rejects.toThrow('that is no planning table');
    opened.close();
  });

  it('PKG-11 says so where its zip is damaged', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `P${index * 7919}`).join('\n');
    const path = await zipOf({ 'manifest.json': manifest, 'items.csv': `item_id\n${rows}\n` });
    const bytes = await readFile(path);
    bytes.fill(0xff, 2000, 2400);
    await writeFile(path, bytes);
    const opened = await openPackage(path);
    await expect(opened.readRest()).rejects.toThrow('items.csv cannot be read to its end');
    opened.close();
    await writeFile(path, bytes.subarray(0, 3000));
    await expect(openPackage(path)).rejects.toThrow('is not a readable .zip file');
  });

  it('PKG-11 cannot lead out of its folder by a link, and may itself be reached by one', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'company'));
    await writeFile(join(folder, 'secret.csv'), 'item_id\nP1\n');
    await writeFile(join(folder, 'company', 'manifest.json'), manifest);
    await symlink(join(folder, 'secret.csv'), join(folder, 'company', 'items.csv'));
    await symlink(join(folder, 'company'), join(folder, 'latest'));
    const opened = await openPackage(join(folder, 'latest'));
    await opened.readRest();
    expect(opened.findings.errors.map(formatFinding)).toEqual([
      'items.csv:1:1: found a link; a file in the folder itself is allowed',
    ]);
    await rm(folder, { recursive: true });
  });
});

describe('files as programs of the office write them', () => {
  async function findingsOf(files: Readonly<Record<string, string | Buffer>>): Promise<readonly string[]> {
    const opened = await openPackage(await zipOf({ 'manifest.json': manifest, ...files }));
    await opened.readRest();
    opened.close();
    return [...opened.findings.errors, ...opened.findings.warnings].map(formatFinding);
  }

  it('PKG-1 are read with a byte-order mark and line ends of every kind, mixed, places kept', async () => {
    const text = '\uFEFFname,site_id,kind\r\n"a\r\nb",HUB,xx\nq,B2,hub\rq,B3,yy\n';
    expect(await findingsOf({ 'sites.csv': text })).toEqual([
      expect.stringMatching(/^sites\.csv:3:8: found "xx"/),
      expect.stringMatching(/^sites\.csv:5:6: found "yy"/),
    ]);
  });

  it('PKG-1 draw one warning where they are not UTF-8', async () => {
    const text = Buffer.from('item_id,name\nP1,M\xfcller\nP2,K\xf6hler\n', 'latin1');
    expect(await findingsOf({ 'items.csv': text })).toEqual([
      'items.csv:2:4: found U+FFFD, which stands for a character that could not be read; the file has to be saved as UTF-8',
    ]);
  });

  it('PKG-7 take groups only where the table says so', async () => {
    const sound = { 'sites.csv': 'site_id\nHUB\n', 'items.csv': 'item_id\nP1\n' };
    const lanes = 'item_id,site_id,kind,lead_time_days\nclass:A,*,make,3\nP1,family:X,make,3\n';
    expect(await findingsOf({ ...sound, 'lanes.csv': lanes, 'stock.csv': 'item_id,site_id,qty\n*,HUB,1\n' })).toEqual([
      'stock.csv:2:1: found "*" in column "item_id"; an id of items.csv is allowed',
      'lanes.csv:3:4: found "family:X" in column "site_id"; an id of sites.csv is allowed',
    ]);
  });

  it('PKG-7 take a region of a site or a company in place of a site, and say what is missing where there is none', async () => {
    const sound = {
      'companies.csv': 'company_id\nK\n',
      'sites.csv': 'site_id,region\nHUB,North\n',
      'items.csv': 'item_id\nP1\n',
    };
    const policies =
      'item_id,site_id,inherits\n*,region:North,1\n*,company:K,0\n*,region:Nort,\n*,company:L,\nP1,region:,\n*,*,2\n';
    expect(await findingsOf({ ...sound, 'policies.csv': policies })).toEqual([
      'policies.csv:4:3: found "region:Nort" in column "site_id"; a region of sites.csv after "region:" is allowed',
      'policies.csv:5:3: found "company:L" in column "site_id"; an id of companies.csv after "company:" is allowed',
      'policies.csv:6:4: found "region:" in column "site_id"; a region of sites.csv after "region:" is allowed',
      expect.stringMatching(/^policies\.csv:7:5: found "2" in column "inherits"/),
    ]);
  });
});
