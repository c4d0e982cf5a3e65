import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { packageTables, tableNames, tableSpec, type ColumnSpec, type TableName } from '#core/model/package/package-tables.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { openPackage } from './open-package.ts';
import { writePackage } from './write-package.ts';

const ids = { companies: ['EU', 'ÜK'], sites: ['HUB', 'B,1'], items: ['P"1', 'P 2', '軸'], suppliers: ['S1'], calendars: ['C1'] };

/** A valid cell for a column; texts hold everything that quoting has to survive. */
function cellOf(spec: ColumnSpec): fc.Arbitrary<string | number | null> {
  const value = valueOf(spec);
  return spec.required ? value : fc.option(value);
}

function groupsOf(selector: ColumnSpec['selector']): readonly string[] {
  if (selector === undefined) return [];
  return selector === 'item' ? ['family:F 1', 'class:A'] : ['company:EU'];
}

function valueOf({ kind, references, selector }: ColumnSpec): fc.Arbitrary<string | number> {
  if (references) {
    const known = references === 'suppliersOrSites' ? [...ids.suppliers, ...ids.sites] : ids[references];
    return fc.constantFrom(...known, ...(selector ? ['*'] : []), ...groupsOf(selector));
  }
  switch (kind.type) {
    case 'text':
      return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll('\0', '') || '"\n,');
    case 'number': {
      const low = kind.above === undefined ? (kind.min ?? -1e12) : kind.above + 1e-9;
      const high = kind.max ?? 1e12;
      const number = kind.whole ? fc.integer({ min: low, max: high }) : fc.double({ min: low, max: high, noNaN: true });
      return number.map((value) => (value === 0 ? 0 : value));
    }
    case 'date':
      return fc.integer({ min: 0, max: 40_000 });
    case 'flag':
      return fc.constantFrom(0, 1);
    case 'weekdays':
      return fc.constantFrom('1111100', '0000001');
    case 'choice':
      return fc.constantFrom(...kind.choices);
  }
}

function tableRows(name: TableName): fc.Arbitrary<readonly object[]> {
  const { columns, key, period } = tableSpec(name);
  const own = name in ids ? ids[name as keyof typeof ids] : undefined; // the names of ids are table names
  const cells = fc.record(Object.fromEntries(Object.entries(columns).map(([column, spec]) => [column, cellOf(spec)])));
  const row = period ? cells.map((made) => inOrder(made, period)) : cells;
  if (own && key?.[0]) {
    const idColumn = key[0];
    return fc.tuple(...own.map((id) => row.map((cells) => ({ ...cells, [idColumn]: id }))));
  }
  return fc.uniqueArray(row, {
    maxLength: 5,
    selector: (cells) => (key ? JSON.stringify(key.map((column) => cells[column])) : JSON.stringify(cells)),
  });
}

/** A row whose period ends no earlier than it begins; its days are required. */
function inOrder(
  row: Readonly<Record<string, string | number | null>>,
  [first, last]: readonly [string, string],
): Readonly<Record<string, string | number | null>> {
  return { ...row, [last]: Math.max(Number(row[first]), Number(row[last])) };
}

const packages = fc.record(Object.fromEntries(tableNames.map((name) => [name, tableRows(name)]))).map(
  (tables) => createMemoryPackage({ planDay: 20_458, horizonDays: 182, currency: 'EUR' }, tables as MemoryTables), // rows follow the spec of each table
);

async function contentOf(source: PackageSource): Promise<unknown[]> {
  const content: unknown[] = [source.manifest];
  for (const name of Object.keys(packageTables) as TableName[]) {
    for await (const row of source.rows(name)) content.push([name, row]);
  }
  return content;
}

async function bytesOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  return JSON.stringify(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])));
}

async function throughStore(from: string, to: string): Promise<void> {
  const opened = await openPackage(from);
  const store = createCacheStore(`${to}.sqlite`, { buildFrame: () => Promise.resolve(new ArrayBuffer(8)) });
  await store.replaceAll(opened, { source: 'package', sourceName: from, asOf: '2026-01-05T06:00:00Z' });
  await writePackage(store.source(), to);
  store.close();
  opened.close();
}

function sorted(content: readonly unknown[]): string[] {
  return content.map((row) => JSON.stringify(row)).sort();
}

describe('a package written and read again', () => {
  it.each(['company', 'company.zip'])('PKG-10 loses nothing (%s)', async (target) => {
    await fc.assert(
      fc.asyncProperty(packages, async (source) => {
        const folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
        await writePackage(source, join(folder, target));
        const opened = await openPackage(join(folder, target));
        expect(await contentOf(opened)).toEqual(await contentOf(source));
        await opened.readRest();
        expect(opened.findings.errors).toEqual([]);
        // A text may truly hold U+FFFD; that alone is worth a warning.
        for (const warning of opened.findings.warnings) expect(warning.message).toContain('U+FFFD');
        opened.close();

        if (target !== 'company') return;
        const again = await openPackage(join(folder, target));
        await writePackage(again, join(folder, 'again'));
        expect(await bytesOf(join(folder, 'again'))).toBe(await bytesOf(join(folder, target)));
      }),
      { numRuns: 25 },
    );
  });

  it('STO-7 PKG-10 goes through a store and comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(packages, async (source) => {
        const folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
        await writePackage(source, join(folder, 'first'));
        await throughStore(join(folder, 'first'), join(folder, 'second'));
        await throughStore(join(folder, 'second'), join(folder, 'third'));
        // A store keeps the history by item-location, so the first way through may change the order of these rows.
        const second = await openPackage(join(folder, 'second'));
        expect(sorted(await contentOf(second))).toEqual(sorted(await contentOf(source)));
        expect(await bytesOf(join(folder, 'third'))).toBe(await bytesOf(join(folder, 'second')));
      }),
      { numRuns: 15 },
    );
  });

  it('PKG-10 refuses to write over what is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
    const source = createMemoryPackage({ planDay: 1, horizonDays: 1, currency: '' }, {});
    await expect(writePackage(source, folder)).rejects.toThrow('is there already');
  });
});
