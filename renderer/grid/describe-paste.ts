import { text } from '#renderer/text/text.ts';
import { describeProblem } from './figure-editor.ts';
import type { GridColumn } from './grid-column.ts';
import type { PasteProblem } from './paste-figures.ts';

/** Why a paste was refused, and where. */
export function describePaste(problem: PasteProblem, column: GridColumn): string {
  switch (problem.kind) {
    case 'tooWide':
      return text('grid.paste.tooWide');
    case 'tooLong':
      return text('grid.paste.tooLong', { pasted: problem.pasted, left: problem.left });
    case 'locked':
      return text('grid.paste.locked', { line: problem.line });
    case 'figure': {
      const limits = column.edit?.limitsAt(problem.row) ?? { decimals: 0, min: 0, max: 0 };
      return text('grid.paste.figure', { line: problem.line, problem: describeProblem(problem.parsed, limits) });
    }
  }
}
