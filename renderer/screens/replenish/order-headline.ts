import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { formatPrice } from './format-price.ts';
import type { OrderTable } from './order-table.ts';

/** An order in one line: what is done, how much, from where, when, and what it costs. */
export function orderHeadline(table: OrderTable, row: number): string {
  const { result, reader } = table;
  return text('replenish.headline', {
    kind: text(`replenish.kind.${table.kindOf(row)}`),
    qty: formatFigure(table.qtyOf(row), reader.decimalsOf(table.nodeOf(row))),
    uom: reader.uom(table.itemOf(row)),
    source: table.sourceNameOf(row),
    hasSource: table.sourceNameOf(row) === '' ? 'no' : 'yes',
    orderDay: formatShortDay(result.orderDay[row] ?? 0),
    receiptDay: formatShortDay(result.orderReceiptDay[row] ?? 0),
    value: `${formatPrice(table.valueMinorOf(row) / 100)} ${reader.currencyOf(table.nodeOf(row))}`,
  });
}
