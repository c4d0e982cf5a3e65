import { notSet } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { bookStock, exceptionsOf } from '#renderer/inspector/node-facts.ts';
import { figureColumn, placeColumns, wordColumn } from '#renderer/screens/list-columns.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

/** The columns of the item-locations; a row is a node. */
export function nodeColumns(reader: FrameReader, result: PlanResult): readonly GridColumn[] {
  const { frame } = reader;
  const item = (node: number): number => frame.nodeItem[node] ?? notSet;
  const [itemColumn, siteColumn, nameColumn] = placeColumns(reader, (node) => node);
  const cover = (node: number): number => {
    const daily = result.nodeDailyDemand[node] ?? 0;
    return daily > 0 ? Math.max(0, result.nodeUsable[node] ?? 0) / daily : Number.NaN;
  };
  const cost = (node: number): number => frame.itemCost[item(node)] ?? 0;
  function figure(id: string, header: string, widthPx: number, at: (node: number) => number, extra?: number): GridColumn {
    const decimals = (node: number): number => (extra === undefined ? 0 : reader.decimalsOf(node) + extra);
    return {
      ...figureColumn(id, header, widthPx, at, (value, node) => formatFigure(value, decimals(node))),
      figureAt: at,
      isMarkedAt: (node, mark) => mark === 'negative' && at(node) < 0,
    };
  }
  const units = (column: Float64Array) => (node: number) => reader.units(node, column[node] ?? 0);
  return [
    itemColumn,
    { ...nameColumn, widthPx: 220 },
    siteColumn,
    wordColumn(
      'uom',
      text('inventory.uom'),
      56,
      (node) => reader.uom(item(node)),
      (node) => frame.itemUom[item(node)] ?? Number.NaN,
    ),
    figure('book', text('inventory.book'), 84, (node) => reader.units(node, bookStock(frame, node)), 0),
    figure('usable', text('inventory.usable'), 84, units(result.nodeUsable), 0),
    figure('onOrder', text('inventory.onOrder'), 84, units(result.nodeOnOrder), 0),
    figure('daily', text('inventory.dailyDemand'), 100, units(result.nodeDailyDemand), 1),
    { ...figure('cover', text('inventory.cover'), 84, cover), unit: text('inventory.daysUnit') },
    figure('protected', text('inventory.protected'), 96, units(result.nodeProtected), 0),
    {
      ...figure('stockOut', text('inventory.stockOut'), 112, (node) => {
        const day = result.nodeStockOutDay[node] ?? notSet;
        return day === notSet ? Number.NaN : day;
      }),
      textAt: (node) => formatShortDay(result.nodeStockOutDay[node] ?? notSet),
    },
    figure('lowest', text('inventory.lowest'), 104, units(result.nodeLowestBalance), 0),
    figure('value', text('inventory.value'), 92, (node) => reader.units(node, bookStock(frame, node)) * cost(node)),
    wordColumn('currency', text('inventory.currency'), 64, reader.currencyOf, (node) => reader.companyOf(node)),
    wordColumn(
      'exceptions',
      text('inventory.exceptions'),
      240,
      (node) => [...new Set(exceptionsOf(result, node).map(({ kind }) => text(`exception.${kind}`)))].join(', '),
      (node) => -(exceptionsOf(result, node)[0]?.severity ?? 0),
    ),
  ];
}
