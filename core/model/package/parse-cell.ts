import { tryParseDay } from '#core/base/calendar-day.ts';
import type { CellKind } from './package-tables.ts';

/** A cell's value, or what would be allowed in its place. */
export type ParsedCell = { readonly value: string | number } | { readonly allowed: string };

const decimal = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const weekdays = /^[01]{7}$/;

/**
 * Reads a cell that is not empty (PKG-5). Decimal point, ISO dates; nothing is guessed. Does not throw.
 *
 * @example parseCell({ type: 'number' }, '2.50') → { value: 2.5 }
 * @example parseCell({ type: 'flag' }, 'yes') → { allowed: '0 or 1' }
 */
export function parseCell(kind: CellKind, text: string): ParsedCell {
  switch (kind.type) {
    case 'text':
      return { value: text };
    case 'number':
      return parseNumber(kind, text);
    case 'date': {
      const day = tryParseDay(text);
      return day === undefined ? { allowed: 'a date such as 2026-01-05 is allowed' } : { value: day };
    }
    case 'flag':
      return text === '0' || text === '1' ? { value: Number(text) } : { allowed: '0 or 1 is allowed' };
    case 'weekdays':
      return weekdays.test(text) ? { value: text } : { allowed: 'seven characters 0 or 1, Monday first, are allowed' };
    case 'choice':
      return kind.choices.includes(text) ? { value: text } : { allowed: `one of ${kind.choices.join(', ')} is allowed` };
  }
}

function parseNumber(kind: Extract<CellKind, { type: 'number' }>, text: string): ParsedCell {
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  const inRange =
    Number.isFinite(value) &&
    (kind.min === undefined || value >= kind.min) &&
    (kind.max === undefined || value <= kind.max) &&
    (kind.above === undefined || value > kind.above) &&
    (!kind.whole || Number.isInteger(value));
  return inRange ? { value: value === 0 ? 0 : value } : { allowed: allowedNumbers(kind) };
}

function allowedNumbers(kind: Extract<CellKind, { type: 'number' }>): string {
  const what = kind.whole ? 'a whole number' : 'a number';
  if (kind.min !== undefined && kind.max !== undefined) return `${what} from ${kind.min} to ${kind.max} is allowed`;
  if (kind.min !== undefined) return `${what} of ${kind.min} or more is allowed`;
  if (kind.above !== undefined) return `${what} above ${kind.above} is allowed`;
  return `${what} with a decimal point is allowed`;
}
