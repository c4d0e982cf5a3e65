import { arrayTypes, type ColumnLayout, type ColumnViews } from '#core/frame/columns.ts';

/** Columns of which the final length is not known: `length` rows are in use, `capacity` fit. */
export interface GrowingColumns<Layout extends ColumnLayout> {
  views: ColumnViews<Layout>;
  length: number;
  capacity: number;
  /** Takes one more row into use and returns it; the views are new ones when they had to grow. */
  append(): number;
}

/**
 * Columns that double when they are full, so that appending allocates a handful of times per plan and not per row.
 * Does not throw.
 *
 * @example createGrowingColumns({ day: 'i32' }, 16).capacity === 16
 */
export function createGrowingColumns<Layout extends ColumnLayout>(layout: Layout, capacity: number): GrowingColumns<Layout> {
  const columns: GrowingColumns<Layout> = {
    views: copyViews(layout, undefined, capacity),
    length: 0,
    capacity,
    append() {
      if (columns.length === columns.capacity) grow();
      return columns.length++;
    },
  };
  function grow(): void {
    columns.capacity *= 2;
    columns.views = copyViews(layout, columns.views, columns.capacity);
  }
  return columns;
}

/** New columns of `length` rows that begin with the rows of `from`, as far as they fit. */
function copyViews<Layout extends ColumnLayout>(
  layout: Layout,
  from: ColumnViews<Layout> | undefined,
  length: number,
): ColumnViews<Layout> {
  const views: Record<string, ArrayLike<number>> = {};
  for (const [name, type] of Object.entries(layout)) {
    const view = new arrayTypes[type](length);
    const source = from?.[name];
    if (source) view.set(source.subarray(0, Math.min(length, source.length)));
    views[name] = view;
  }
  return views as ColumnViews<Layout>; // one view per entry of the layout, of the entry's type
}
