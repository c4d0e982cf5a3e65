import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { text } from '#renderer/text/text.ts';

/** A column of words. */
export function wordColumn(
  id: string,
  header: string,
  widthPx: number,
  textAt: (row: number) => string,
  orderAt: (row: number) => number,
): GridColumn {
  return { id, header, widthPx, isFigure: false, textAt, orderAt };
}

/** A column of figures, shown by `show`. */
export function figureColumn(
  id: string,
  header: string,
  widthPx: number,
  at: (row: number) => number,
  show: (value: number, row: number) => string,
): GridColumn {
  return { id, header, widthPx, isFigure: true, textAt: (row) => show(at(row), row), orderAt: at };
}

/** Item, name and site of the node a row is about. */
export function placeColumns(
  reader: FrameReader,
  nodeOf: (row: number) => number,
): readonly [item: GridColumn, site: GridColumn, name: GridColumn] {
  const { frame } = reader;
  const item = (row: number): number => frame.nodeItem[nodeOf(row)] ?? 0;
  const site = (row: number): number => frame.nodeSite[nodeOf(row)] ?? 0;
  return [
    {
      ...wordColumn(
        'item',
        text('inventory.item'),
        104,
        (row) => reader.itemId(item(row)),
        (row) => reader.itemIdRank(item(row)),
      ),
      isPinned: true,
    },
    wordColumn(
      'site',
      text('inventory.site'),
      66,
      (row) => reader.siteId(site(row)),
      (row) => reader.siteIdRank(site(row)),
    ),
    wordColumn(
      'name',
      text('inventory.name'),
      190,
      (row) => reader.itemName(item(row)),
      (row) => reader.itemNameRank(item(row)),
    ),
  ];
}
