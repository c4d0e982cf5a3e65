/** Something a reader of a package has to know, at its place. Lines and columns count from 1, as editors do. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found and what is allowed. */
  readonly message: string;
}

/** A finding as one line of text. @example formatFinding(finding) === 'stock.csv:17:9: found "abc" …' */
export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column}: ${finding.message}`;
}

/** The most errors, and the most warnings, that are listed; further ones are counted (PKG-3). */
export const mostFindingsListed = 200;

/** Findings of one package: errors and warnings up to the limit, and counts of all. */
export interface FindingList {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly errorCount: number;
  readonly warningCount: number;
  error(file: string, line: number, column: number, message: string): void;
  warn(file: string, line: number, column: number, message: string): void;
}

/** An empty list. @example createFindingList().errorCount === 0 */
export function createFindingList(): FindingList {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  let errorCount = 0;
  let warningCount = 0;
  return {
    errors,
    warnings,
    get errorCount() {
      return errorCount;
    },
    get warningCount() {
      return warningCount;
    },
    error(file, line, column, message) {
      errorCount += 1;
      if (errors.length < mostFindingsListed) errors.push({ severity: 'error', file, line, column, message });
    },
    warn(file, line, column, message) {
      warningCount += 1;
      if (warnings.length < mostFindingsListed) warnings.push({ severity: 'warning', file, line, column, message });
    },
  };
}
