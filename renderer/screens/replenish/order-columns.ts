import { maxOrderQty } from './max-order-qty.ts';
import type { GridColumn } from '#renderer/grid/grid-column.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { formatPrice } from './format-price.ts';
import { text } from '#renderer/text/text.ts';
import type { OrderTable } from './order-table.ts';

/** The columns of the proposed orders. They read a table by row; a new plan brings new ones. */
export function orderColumns(table: OrderTable): readonly GridColumn[] {
  const { reader, result, frame } = table;
  const { planDay } = frame.meta;
  const decimals = (row: number): number => reader.decimalsOf(table.nodeOf(row));
  const uom = (row: number): string => reader.uom(table.itemOf(row));
  const currency = (row: number): string => reader.currencyOf(table.nodeOf(row));
  const isApproved = (row: number): boolean => table.firmOf(row)?.origin === 'approved';
  const isTyped = (row: number): boolean => table.firmOf(row)?.origin === 'override';
  const reasonOf = (row: number): string =>
    isApproved(row) ? text('replenish.reason.approved') : text(`replenish.reason.${table.reasonOf(row)}`);
  const figure = (id: string, widthPx: number, header: string, at: (row: number) => number, places: (row: number) => number) => ({
    id,
    header,
    widthPx,
    isFigure: true,
    textAt: (row: number) => formatFigure(at(row), places(row)),
    orderAt: at,
    figureAt: at,
  });
  const day = (id: string, header: string, at: (row: number) => number): GridColumn => ({
    id,
    header,
    widthPx: 124,
    isFigure: true,
    textAt: (row) => formatShortDay(at(row)),
    orderAt: at,
  });
  const days = text('replenish.daysUnit');
  return [
    {
      id: 'item',
      header: text('replenish.item'),
      widthPx: 108,
      isFigure: false,
      isPinned: true,
      textAt: (row) => reader.itemId(table.itemOf(row)),
      orderAt: (row) => reader.itemIdRank(table.itemOf(row)),
    },
    {
      id: 'name',
      header: text('replenish.name'),
      widthPx: 210,
      isFigure: false,
      textAt: (row) => reader.itemName(table.itemOf(row)),
      orderAt: (row) => reader.itemNameRank(table.itemOf(row)),
    },
    {
      id: 'site',
      header: text('replenish.site'),
      widthPx: 70,
      isFigure: false,
      textAt: (row) => reader.siteId(table.siteOf(row)),
      orderAt: (row) => reader.siteIdRank(table.siteOf(row)),
    },
    {
      id: 'kind',
      header: text('replenish.kind'),
      widthPx: 78,
      isFigure: false,
      textAt: (row) => text(`replenish.kind.${table.kindOf(row)}`),
      orderAt: (row) => result.orderKind[row] ?? NaN,
    },
    {
      id: 'source',
      header: text('replenish.source'),
      widthPx: 140,
      isFigure: false,
      textAt: (row) => table.sourceNameOf(row),
      // Suppliers before sites: their ranks are of two lists.
      orderAt: (row) =>
        (result.orderKind[row] ?? 0) * 1e7 +
        (table.kindOf(row) === 'buy' ? reader.supplierNameRank(result.orderSource[row] ?? -1) : (result.orderSource[row] ?? 0)),
    },
    {
      ...figure('qty', 92, text('replenish.qty'), table.qtyOf, decimals),
      unitAt: uom,
      isMarkedAt: (row, mark) => (mark === 'typed' && isTyped(row)) || (mark === 'approved' && isApproved(row)),
      edit: {
        canEditAt: (row) => row >= 0 && !isApproved(row),
        fieldNameAt: (row) =>
          text('replenish.field', {
            item: reader.itemId(table.itemOf(row)),
            site: reader.siteId(table.siteOf(row)),
            uom: uom(row),
          }),
        limitsAt: (row) => ({ decimals: decimals(row), min: 0, max: maxOrderQty }),
      },
    },
    {
      ...figure('proposed', 84, text('replenish.proposed'), table.proposedQtyOf, decimals),
      unitAt: uom,
      hint: text('replenish.proposedHint'),
    },
    {
      id: 'uom',
      header: text('replenish.uom'),
      widthPx: 56,
      isFigure: false,
      textAt: uom,
      orderAt: (row) => frame.itemUom[table.itemOf(row)] ?? NaN,
    },
    {
      ...figure(
        'value',
        96,
        text('replenish.value'),
        (row) => table.valueMinorOf(row) / 100,
        () => 0,
      ),
      unitAt: currency,
    },
    {
      id: 'currency',
      header: text('replenish.currency'),
      widthPx: 52,
      isFigure: false,
      textAt: currency,
      orderAt: (row) => reader.companyOf(table.nodeOf(row)),
    },
    day('orderDay', text('replenish.orderDay'), (row) => result.orderDay[row] ?? planDay),
    {
      ...day('receiptDay', text('replenish.receiptDay'), (row) => result.orderReceiptDay[row] ?? planDay),
      isMarkedAt: (row, mark) => mark === 'late' && table.isLate(row),
    },
    {
      ...figure(
        'late',
        62,
        text('replenish.late'),
        (row) => result.orderLateDays[row] ?? 0,
        () => 0,
      ),
      unit: days,
      isMarkedAt: (row, mark) => mark === 'negative' && table.isLate(row),
    },
    {
      ...figure('stockOut', 96, text('replenish.stockOut'), table.daysToStockOutOf, () => 0),
      unit: days,
      hint: text('replenish.stockOutHint'),
      // Zero days is today, not nothing.
      textAt: (row) => (table.daysToStockOutOf(row) === 0 ? '0' : formatFigure(table.daysToStockOutOf(row))),
    },
    {
      ...figure('coverBefore', 72, text('replenish.coverBefore'), table.coverBeforeOf, () => 0),
      unit: days,
      hint: text('replenish.coverHint'),
    },
    {
      ...figure('coverAfter', 96, text('replenish.coverAfter'), table.coverAfterOf, () => 0),
      unit: days,
      hint: text('replenish.coverAfterHint'),
    },
    {
      ...figure(
        'unitCost',
        84,
        text('replenish.unitCost'),
        (row) => result.orderUnitCost[row] ?? 0,
        () => 2,
      ),
      textAt: (row) => formatPrice(result.orderUnitCost[row] ?? 0),
      unitAt: currency,
    },
    {
      id: 'reason',
      header: text('replenish.reason'),
      widthPx: 150,
      isFigure: false,
      textAt: reasonOf,
      orderAt: (row) => result.orderReason[row] ?? NaN,
    },
  ];
}
