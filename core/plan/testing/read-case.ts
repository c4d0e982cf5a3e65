import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from '#core/base/calendar-day.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames, tableSpec, type TableName } from '#core/model/package/package-tables.ts';

/** One line a case expects, as a planner writes it. */
export interface ExpectedOrder {
  readonly item: string;
  readonly site: string;
  readonly kind: string;
  readonly orderDate: string;
  readonly receiptDate: string;
  readonly qty: number;
  readonly lateDays: number;
}

/** What arrives in fact of a line, where that is not what was planned; one entry per day. */
export interface ExpectedDelivery {
  readonly item: string;
  readonly site: string;
  /** null where nothing arrives inside the horizon. */
  readonly receiptDate: string | null;
  readonly qty: number;
  readonly shortAt: string;
}

/** A demand that is late. */
export interface ExpectedLateDemand {
  /** null for a forecast. */
  readonly order: string | null;
  readonly dueDate: string;
  readonly qty: number;
  readonly unmet: number;
  readonly servedDate: string | null;
  readonly constraint: string;
  /** Where it binds. */
  readonly at: string;
}

/** What `expected.json` of a case may say; series are per `ITEM@SITE` with one number per day. */
export interface ExpectedPlan {
  readonly source: string;
  readonly orders?: readonly ExpectedOrder[];
  readonly deliveries?: readonly ExpectedDelivery[];
  readonly lateDemand?: readonly ExpectedLateDemand[];
  readonly exceptions?: readonly string[];
  readonly receipts?: Readonly<Record<string, readonly number[]>>;
  readonly releases?: Readonly<Record<string, readonly number[]>>;
  readonly demand?: Readonly<Record<string, readonly number[]>>;
  readonly balance?: Readonly<Record<string, readonly number[]>>;
  readonly pastDue?: Readonly<Record<string, number>>;
  readonly lotCost?: { readonly orderCost: number; readonly holdingCostPerDay: number; readonly cost: number };
}

const goldenFolder = join(import.meta.dirname, '../golden');

/** The names of all cases: the folders of core/plan/golden. */
export function listCases(): readonly string[] {
  return readdirSync(goldenFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** One case: a package, what was typed on top of it, and what is expected. */
export interface PlanningCase {
  readonly source: PackageSource;
  readonly changes: PlanChanges;
  readonly expected: ExpectedPlan;
}

/**
 * Reads one case. The cases are written without quotes, so that a line splits at its commas; `changes.json`, where there
 * is one, holds what was typed, with days as dates.
 */
export function readCase(name: string): PlanningCase {
  const folder = join(goldenFolder, name);
  const files = readdirSync(folder);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as { planDate: string; horizonDays: number; currency: string }; // our own file
  const tables = tableNames
    .filter((table) => files.includes(`${table}.csv`))
    .map((table) => [table, rowsOf(table, read(`${table}.csv`))]);
  return {
    source: createMemoryPackage(
      { planDay: parseDay(manifest.planDate), horizonDays: manifest.horizonDays, currency: manifest.currency },
      Object.fromEntries(tables) as MemoryTables, // cells are converted by the table's own spec
    ),
    changes: files.includes('changes.json') ? readChanges(read('changes.json')) : noChanges,
    expected: JSON.parse(read('expected.json')) as ExpectedPlan, // our own file
  };
}

/** Our own file: as much of PlanChanges as there is, with dates in place of days. */
function readChanges(text: string): PlanChanges {
  const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const written = JSON.parse(text, (_, value: unknown) => (isDate(value) ? parseDay(value) : value)) as Partial<PlanChanges>;
  return { ...noChanges, ...written };
}

function rowsOf(table: TableName, text: string): readonly Record<string, string | number | null>[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',');
  const { columns } = tableSpec(table);
  return lines.map((line) => {
    const row: Record<string, string | number | null> = {};
    line.split(',').forEach((cell, index) => {
      const name = names[index] ?? '';
      row[name] = cellOf(columns[name]?.kind.type, cell);
    });
    return row;
  });
}

function cellOf(type: string | undefined, cell: string): string | number | null {
  if (cell === '') return null;
  if (type === 'date') return parseDay(cell);
  return type === 'number' || type === 'flag' ? Number(cell) : cell;
}
