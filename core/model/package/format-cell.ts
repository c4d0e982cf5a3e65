import { formatDay } from '#core/base/calendar-day.ts';
import type { CellKind } from './package-tables.ts';

/**
 * Writes a cell so that `parseCell` reads the same value back: dates as ISO, numbers as their shortest decimal, empty
 * for null (PKG-6). Does not throw.
 *
 * @example formatCell({ type: 'date' }, 20458) === '2026-01-05'
 */
export function formatCell(kind: CellKind, value: string | number | null): string {
  if (value === null) return '';
  return kind.type === 'date' && typeof value === 'number' ? formatDay(value) : String(value);
}
