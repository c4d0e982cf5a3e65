import type { Explanation, ExplanationCode, ExplanationTerm } from '#core/plan/explanation.ts';

/** A line of the signed column: a term, how deep it lies, and whether it can be opened. */
export interface ExplanationRow {
  /** Its place in the tree, such as "3" or "3.1"; stays the same while rows open and close. */
  readonly path: string;
  readonly depth: number;
  readonly code: ExplanationCode;
  readonly grains: number;
  readonly facts: ExplanationTerm['facts'];
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** What the terms add up to so far; null for parts of a term. */
  readonly runningGrains: number | null;
}

/**
 * The explanation as rows, with the opened terms' parts below them. The top rows add up to the quantity exactly
 * (PLN-20). Does not throw.
 */
export function listExplanationRows(explanation: Explanation, openPaths: ReadonlySet<string>): ExplanationRow[] {
  const rows: ExplanationRow[] = [];
  let running = 0;
  const visit = (term: ExplanationTerm, path: string, depth: number): void => {
    if (depth === 0) running += term.grains;
    const isOpen = term.children.length > 0 && openPaths.has(path);
    const { code, grains, facts, children } = term;
    const runningGrains = depth === 0 ? running : null;
    rows.push({ path, depth, code, grains, facts, hasChildren: children.length > 0, isOpen, runningGrains });
    if (isOpen) children.forEach((child, index) => visit(child, `${path}.${index}`, depth + 1));
  };
  explanation.terms.forEach((term, index) => visit(term, String(index), 0));
  return rows;
}
