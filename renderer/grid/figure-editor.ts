import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { text } from '#renderer/text/text.ts';
import { figureSignsOf, parseFigure, type FigureLimits, type ParsedFigure } from './parse-figure.ts';

/** What a column tells the editor about a cell. */
export interface FigureEditorParams {
  readonly locale: string;
  readonly fieldNameAt: (position: number) => string;
  readonly limitsAt: (position: number) => FigureLimits;
}

/**
 * A field for one figure. A figure that is none stays in the field with the reason below it, so that nothing half typed
 * ever becomes a quantity; Escape gives the old one back.
 */
export class FigureEditor implements ICellEditorComp<unknown, string> {
  readonly #field = document.createElement('input');
  readonly #box = document.createElement('div');
  readonly #problem = document.createElement('div');
  #params: (ICellEditorParams<unknown, string> & FigureEditorParams) | undefined;

  init(params: ICellEditorParams<unknown, string> & FigureEditorParams): void {
    this.#params = params;
    const typed = params.eventKey && params.eventKey.length === 1 ? params.eventKey : undefined;
    this.#box.className = 'figure-editor';
    this.#field.className = 'figure-editor-field';
    this.#field.inputMode = 'decimal';
    this.#field.setAttribute('aria-label', params.fieldNameAt(params.rowIndex));
    this.#problem.className = 'figure-editor-problem';
    this.#problem.setAttribute('role', 'alert');
    this.#problem.hidden = true;
    // A figure typed over the old one replaces it, as in a spreadsheet; Enter and F2 open what is there.
    this.#field.value = typed ?? (params.value ?? '').replace('\u2013', '');
    this.#field.addEventListener('input', () => this.#show());
    this.#box.append(this.#field, this.#problem);
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  afterGuiAttached(): void {
    this.#field.focus();
    if (this.#params?.eventKey?.length !== 1) this.#field.select();
  }

  getValue(): string {
    return this.#field.value;
  }

  /** An empty field is no figure but no mistake either: it leaves the cell as it was. */
  isCancelAfterEnd(): boolean {
    const parsed = this.#parse();
    return !parsed.ok;
  }

  getValidationErrors(): string[] | null {
    const parsed = this.#parse();
    this.#show();
    return parsed.ok || parsed.problem === 'empty' ? null : [describeProblem(parsed, this.#limits())];
  }

  #limits(): FigureLimits {
    return this.#params?.limitsAt(this.#params.rowIndex) ?? { decimals: 0, min: 0, max: 0 };
  }

  #parse(): ParsedFigure {
    return parseFigure(this.#field.value, figureSignsOf(this.#params?.locale ?? 'en'), this.#limits());
  }

  #show(): void {
    const parsed = this.#parse();
    const isWrong = !parsed.ok && parsed.problem !== 'empty';
    this.#field.setAttribute('aria-invalid', String(isWrong));
    this.#problem.hidden = !isWrong;
    this.#problem.textContent = isWrong ? describeProblem(parsed, this.#limits()) : '';
  }
}

/** What is wrong with a typed figure, in words. */
export function describeProblem(parsed: ParsedFigure, limits: FigureLimits): string {
  if (parsed.ok) return '';
  switch (parsed.problem) {
    case 'empty':
      return text('grid.problem.empty');
    case 'notANumber':
      return text('grid.problem.notANumber');
    case 'tooManyDecimals':
      return text('grid.problem.tooManyDecimals', { decimals: limits.decimals });
    case 'outOfRange':
      return text('grid.problem.outOfRange', { min: limits.min, max: limits.max });
  }
}
