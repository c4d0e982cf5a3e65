import { text } from 'node:stream/consumers';
import { AppError } from '#core/base/app-error.ts';
import { createFindingList, formatFinding, type FindingList } from '#core/model/package/finding.ts';
import { parseManifest, type Manifest } from '#core/model/package/manifest.ts';
import { createPackageChecker, isPackageFile, type PackageChecker } from '#core/model/package/package-checker.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { tableNames, type PackageRow, type TableName } from '#core/model/package/package-tables.ts';
import { openPackageFiles } from './package-files.ts';
import type { PackageFiles } from './packed-files.ts';
import { BrokenRecordError, readRecords } from './read-records.ts';

/** A package being read: rows without errors stream through, findings gather beside them. */
export interface OpenPackage extends PackageSource {
  readonly findings: FindingList;
  /** Reads what nobody asked for, so that every finding is known. */
  readRest(): Promise<void>;
  /** After `readRest`: `input.package` with all findings where there is any error, so that nothing is taken in half. */
  refuseErrors(): void;
  close(): void;
}

/** Stands in for a manifest that cannot be read, so that the tables are checked all the same. */
const unreadManifest: Manifest = { planDay: 0, horizonDays: 1, currency: '' };

/**
 * Opens a folder or `.zip` as a package (PKG-1 to PKG-9). Tables are checked while they stream, each file once; a caller
 * takes the rows, then calls `readRest` and `refuseErrors` before it keeps anything. Tables have to be read in their
 * order: what is referred to first. Errors: `input.notFound`.
 */
export async function openPackage(path: string): Promise<OpenPackage> {
  const files = await openPackageFiles(path);
  const findings = createFindingList();
  const manifest = await readManifest(files, path, findings);
  for (const name of [...files.names].sort()) {
    if (!isPackageFile(name)) findings.warn(name, 1, 1, 'the file is not known and is not read');
  }
  for (const name of files.links) {
    if (isPackageFile(name)) findings.error(name, 1, 1, 'found a link; a file in the folder itself is allowed');
    else findings.warn(name, 1, 1, 'the link is not followed');
  }
  const checker = createPackageChecker(findings);
  const read = new Set<TableName>();

  async function* rows<Name extends TableName>(name: Name): AsyncGenerator<PackageRow<Name>> {
    if (read.has(name)) throw new Error(`Table ${name} is read twice`);
    read.add(name);
    if (files.names.includes(`${name}.csv`)) yield* readTable(files, name, checker, findings);
  }

  return {
    manifest: manifest ?? unreadManifest,
    findings,
    rows,
    async readRest() {
      for (const name of tableNames) {
        if (read.has(name)) continue;
        const table = rows(name);
        while (!(await table.next()).done);
      }
    },
    refuseErrors() {
      if (findings.errorCount === 0) return;
      const more = findings.errorCount > 1 ? ` and ${findings.errorCount - 1} more` : '';
      const first = findings.errors[0] ? formatFinding(findings.errors[0]) : '';
      throw new AppError('input.package', `The package has errors and nothing was taken in: ${first}${more}.`, {
        data: { errors: findings.errors, errorCount: findings.errorCount },
      });
    },
    close: () => files.close(),
  };
}

async function readManifest(files: PackageFiles, path: string, findings: FindingList): Promise<Manifest | undefined> {
  if (!files.names.includes('manifest.json')) {
    throw new AppError('input.notFound', `${path} holds no manifest.json. Give the folder of a planning package.`);
  }
  return parseManifest(await text(await files.open('manifest.json')), findings);
}

async function* readTable<Name extends TableName>(
  files: PackageFiles,
  name: Name,
  checker: PackageChecker,
  findings: FindingList,
): AsyncGenerator<PackageRow<Name>> {
  const records = readRecords(await files.open(`${name}.csv`), `${name}.csv`);
  try {
    const header = await records.next();
    if (header.done) {
      findings.error(`${name}.csv`, 1, 1, 'the file is empty; a header line is required');
      return;
    }
    const table = checker.openTable(name, header.value);
    if (!table) return;
    for await (const record of records) {
      const row = table.check(record);
      if (row) yield row;
    }
    table.finish();
  } catch (error) {
    if (!(error instanceof BrokenRecordError)) throw error;
    findings.error(`${name}.csv`, error.line, 1, error.message);
  } finally {
    await records.return(undefined);
  }
}
