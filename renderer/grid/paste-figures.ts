import { readClipboardTable } from './clipboard-table.ts';
import type { CellEdit, GridColumn } from './grid-column.ts';
import { parseFigure, type FigureSigns, type ParsedFigure } from './parse-figure.ts';

export type PasteProblem =
  | { readonly kind: 'tooWide' }
  | { readonly kind: 'tooLong'; readonly pasted: number; readonly left: number }
  | { readonly kind: 'locked'; readonly line: number }
  | { readonly kind: 'figure'; readonly line: number; readonly parsed: ParsedFigure; readonly row: number };

export type PasteResult =
  { readonly ok: true; readonly edits: readonly CellEdit[] } | { readonly ok: false; readonly problem: PasteProblem };

/**
 * Reads a pasted column of figures into the rows from a position down, whole or not at all: one wrong figure and nothing
 * changes. Empty cells leave their row as it is. Does not throw.
 */
export function pasteFigures(
  clipboardText: string,
  column: GridColumn,
  rows: Uint32Array,
  position: number,
  signs: FigureSigns,
): PasteResult {
  const lines = readClipboardTable(clipboardText);
  if (lines.some((line) => line.length > 1)) return { ok: false, problem: { kind: 'tooWide' } };
  const left = rows.length - position;
  if (lines.length > left) return { ok: false, problem: { kind: 'tooLong', pasted: lines.length, left } };
  const edits: CellEdit[] = [];
  for (const [index, [cell = '']] of lines.entries()) {
    if (cell.trim() === '') continue;
    const row = rows[position + index] ?? -1;
    const line = index + 1;
    if (!column.edit?.canEditAt(row)) return { ok: false, problem: { kind: 'locked', line } };
    const parsed = parseFigure(cell, signs, column.edit.limitsAt(row));
    if (!parsed.ok) return { ok: false, problem: { kind: 'figure', line, parsed, row } };
    edits.push({ row, columnId: column.id, value: parsed.value });
  }
  return { ok: true, edits };
}
