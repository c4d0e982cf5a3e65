/** How a locale writes figures. */
export interface FigureSigns {
  readonly decimal: string;
  readonly group: string;
}

export type FigureProblem = 'empty' | 'notANumber' | 'tooManyDecimals' | 'outOfRange';

export type ParsedFigure =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: FigureProblem };

export interface FigureLimits {
  /** Digits after the decimal sign the item may have. */
  readonly decimals: number;
  readonly min: number;
  readonly max: number;
}

/** The signs a locale uses. @example figureSignsOf('de').decimal === ',' */
export function figureSignsOf(locale: string): FigureSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12345678.9);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: find('decimal') || '.', group: find('group') };
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Reads a typed or pasted figure as the locale writes it, or says what is wrong with it. Groups must be groups of three:
 * a decimal comma in an English text is refused, not read as a thousand times the figure. Never gives NaN; does not throw.
 *
 * @example parseFigure('1,250.5', { decimal: '.', group: ',' }, { decimals: 1, min: 0, max: 1e9 }) // 1250.5
 */
export function parseFigure(text: string, signs: FigureSigns, limits: FigureLimits): ParsedFigure {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  if (trimmed === '') return { ok: false, problem: 'empty' };
  // French and Swedish group by narrow or fixed spaces nobody types: any space will do.
  const group = /\s/.test(signs.group) ? '\\s' : escapeForPattern(signs.group);
  const whole = signs.group === '' ? '\\d+' : `(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)`;
  const pattern = new RegExp(`^([+-]?)(${whole})(?:${escapeForPattern(signs.decimal)}(\\d+))?$`);
  const match = pattern.exec(trimmed);
  if (!match) return { ok: false, problem: 'notANumber' };
  const digits = (match[2] ?? '').replace(/\D/g, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > limits.decimals) return { ok: false, problem: 'tooManyDecimals' };
  const value = Number(`${match[1] === '-' ? '-' : ''}${digits}.${fraction || '0'}`);
  if (value < limits.min || value > limits.max) return { ok: false, problem: 'outOfRange' };
  return { ok: true, value: value === 0 ? 0 : value };
}
