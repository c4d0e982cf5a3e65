import { formatDay } from '#core/base/calendar-day.ts';
import { cellStarts } from './cell-starts.ts';
import type { FindingList } from './finding.ts';
import { allowedInstead, createKnownIds, idsOfTable, type KnownIds } from './known-ids.ts';
import { packageTables, tableSpec, type ColumnSpec, type PackageRow, type TableName } from './package-tables.ts';
import { parseCell } from './parse-cell.ts';

/** A record of a file with its place. */
export interface RawRecord {
  readonly cells: readonly string[];
  /** The record as it stands in the file. */
  readonly text: string;
  /** The line on which it starts, from 1. */
  readonly line: number;
}

/** Checks the records of one table against its spec and turns good ones into rows. */
export interface TableChecker<Name extends TableName> {
  /** The row, or undefined where a finding was noted instead. */
  check(record: RawRecord): PackageRow<Name> | undefined;
  /** Notes what can only be known at the end: references inside the table itself. */
  finish(): void;
}

/** Checks a whole package, table by table in reading order, so that references find their targets (PKG-7). */
export interface PackageChecker {
  /** Errors of the header are noted; undefined where a required column is missing and the rows cannot be read. */
  openTable<Name extends TableName>(name: Name, header: RawRecord): TableChecker<Name> | undefined;
}

interface BoundColumn {
  readonly name: string;
  readonly spec: ColumnSpec;
  /** Position in the record, or -1 where the file does not have the column. */
  readonly position: number;
}

/** A checker that notes what it finds in `findings`. */
export function createPackageChecker(findings: FindingList): PackageChecker {
  const known = createKnownIds();
  return {
    openTable(name, header) {
      const columns = bindColumns(name, header, findings);
      return columns && createTableChecker(name, columns, header.cells.length, known, findings);
    },
  };
}

function bindColumns(name: TableName, header: RawRecord, findings: FindingList): BoundColumn[] | undefined {
  const file = `${name}.csv`;
  const spec = tableSpec(name);
  const starts = cellStarts(header.text);
  const seen = new Set<string>();
  let isReadable = true;
  header.cells.forEach((cell, index) => {
    const column = (starts[index]?.column ?? 0) + 1;
    if (seen.has(cell)) {
      findings.error(file, header.line, column, `column "${cell}" is there twice; each column is allowed once`);
      isReadable = false;
    } else if (!(cell in spec.columns)) {
      findings.warn(file, header.line, column, `column "${cell}" is not known and is not read`);
    }
    seen.add(cell);
  });
  for (const [column, { required }] of Object.entries(spec.columns)) {
    if (!required || seen.has(column)) continue;
    findings.error(file, header.line, 1, `column "${column}" is missing; it is required`);
    isReadable = false;
  }
  if (!isReadable) return undefined;
  return Object.entries(spec.columns).map(([column, columnSpec]) => ({
    name: column,
    spec: columnSpec,
    position: header.cells.indexOf(column),
  }));
}

function createTableChecker<Name extends TableName>(
  name: Name,
  columns: readonly BoundColumn[],
  width: number,
  known: KnownIds,
  findings: FindingList,
): TableChecker<Name> {
  const file = `${name}.csv`;
  const { key, period, columns: specOf } = tableSpec(name);
  const firstLines = new Map<string, number>();
  const ownIds = idsOfTable(known, name);
  const ownKey = key?.[0];
  let hasForeignText = false;
  const waiting: { readonly id: string; readonly note: () => void }[] = [];

  function note(record: RawRecord, column: BoundColumn, message: string): void {
    const start = cellStarts(record.text)[column.position] ?? { line: 0, column: 0 };
    findings.error(file, record.line + start.line, start.column + 1, message);
  }

  function readCell(record: RawRecord, column: BoundColumn): string | number | null | undefined {
    const { spec } = column;
    const text = column.position < 0 ? '' : (record.cells[column.position] ?? '');
    if (text === '') {
      if (!spec.required) return null;
      note(record, column, `column "${column.name}" is empty; a value is required`);
      return undefined;
    }
    const parsed = parseCell(spec.kind, text);
    if ('allowed' in parsed) {
      note(record, column, `found "${shorten(text)}" in column "${column.name}"; ${parsed.allowed}`);
      return undefined;
    }
    const allowed = spec.references && allowedInstead(known, spec.references, spec.selector, text);
    if (allowed !== undefined) {
      const message = `found "${shorten(text)}" in column "${column.name}"; ${allowed} is allowed`;
      if (spec.references !== name) {
        note(record, column, message);
        return undefined;
      }
      waiting.push({ id: text, note: () => note(record, column, message) });
    }
    return parsed.value;
  }

  function warnOfForeignText(record: RawRecord): void {
    if (hasForeignText || !record.text.includes('\uFFFD')) return;
    hasForeignText = true;
    const position = record.cells.findIndex((cell) => cell.includes('\uFFFD'));
    const start = cellStarts(record.text)[position] ?? { line: 0, column: 0 };
    const message = 'found U+FFFD, which stands for a character that could not be read; the file has to be saved as UTF-8';
    findings.warn(file, record.line + start.line, start.column + 1, message);
  }

  /** A value as it stands in the file: days are numbers only inside. */
  function asWritten(column: string, value: string | number | null): string {
    if (value === null) return '(empty)';
    return specOf[column]?.kind.type === 'date' ? formatDay(Number(value)) : String(value);
  }

  function isFirst(record: RawRecord, row: Readonly<Record<string, string | number | null>>): boolean {
    if (!key) return true;
    const value = key.length === 1 ? String(row[ownKey ?? '']) : JSON.stringify(key.map((column) => row[column]));
    const first = firstLines.get(value);
    if (first === undefined) {
      firstLines.set(value, record.line);
      return true;
    }
    const shown = key.map((column) => `${column} ${asWritten(column, row[column] ?? null)}`).join(', ');
    findings.error(file, record.line, 1, `${shown} is there twice, first on line ${first}; each is allowed once`);
    return false;
  }

  function isInOrder(record: RawRecord, row: Readonly<Record<string, string | number | null>>): boolean {
    if (!period) return true;
    const [first, last] = period;
    const [firstDay, lastDay] = [row[first] ?? null, row[last] ?? null];
    const column = columns.find((bound) => bound.name === last);
    if (firstDay === null || lastDay === null || !column || lastDay >= firstDay) return true;
    note(record, column, `found "${asWritten(last, lastDay)}" in column "${last}"; ${first} or a later day is allowed`);
    return false;
  }

  return {
    check(record) {
      if (record.cells.length !== width) {
        findings.error(file, record.line, 1, `found ${record.cells.length} cells; ${width} are allowed, as in the header`);
        return undefined;
      }
      warnOfForeignText(record);
      const row: Record<string, string | number | null> = {};
      let isGood = true;
      for (const column of columns) {
        const value = readCell(record, column);
        if (value === undefined) isGood = false;
        else row[column.name] = value;
      }
      if (!isGood || !isInOrder(record, row) || !isFirst(record, row)) return undefined;
      if (ownIds && ownKey) ownIds.add(String(row[ownKey]));
      if (name === 'sites' && typeof row['region'] === 'string') known.regions.add(row['region']);
      return row as PackageRow<Name>; // every column was read under its spec
    },
    finish() {
      for (const reference of waiting) if (!ownIds?.has(reference.id)) reference.note();
    },
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** True for the file names a package may hold. @example isPackageFile('stock.csv') === true */
export function isPackageFile(fileName: string): boolean {
  return fileName === 'manifest.json' || (fileName.endsWith('.csv') && fileName.slice(0, -4) in packageTables);
}
