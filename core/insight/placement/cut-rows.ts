import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';
import type { GrowingColumns } from '#core/plan/growing-columns.ts';
import type { Rows } from './placement-columns.ts';

interface Cuttable {
  slice(start: number, end: number): unknown;
}

/**
 * Copies of growing columns without the room they did not use. Does not throw.
 *
 * @example cutRows({ length: 1, views: { node: Uint32Array.of(7, 0, 0) } }) is { length: 1, views: { node: [7] } }
 */
export function cutRows<Layout extends ColumnLayout>({ length, views }: GrowingColumns<Layout>): Rows<Layout> {
  const cut = Object.entries<Cuttable>(views).map(([name, column]) => [name, column.slice(0, length)]);
  return { length, views: Object.fromEntries(cut) as ColumnViews<Layout> }; // the same columns, cut to their rows
}
