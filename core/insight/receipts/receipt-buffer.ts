import { allocateColumns, openColumns, type ColumnLayout } from '#core/frame/columns.ts';
import type { ReceiptColumns } from '#core/insight/parameters/receipt-columns.ts';

const receiptLayout = {
  nodes: 'u32',
  suppliers: 'u32',
  orderedDays: 'i32',
  promisedDays: 'f64',
  receivedDays: 'i32',
} as const satisfies ColumnLayout;

/**
 * Receipts as one buffer, to travel beside the frame they belong to. Does not throw.
 *
 * @example const receipts = { nodes: [1], suppliers: [0], orderedDays: [5], promisedDays: [NaN], receivedDays: [9] };
 *   openReceipts(packReceipts(receipts)).receivedDays is [9]
 */
export function packReceipts(receipts: ReceiptColumns): ArrayBuffer {
  const count = receipts.nodes.length;
  const lengths = { nodes: count, suppliers: count, orderedDays: count, promisedDays: count, receivedDays: count };
  const { buffer, views } = allocateColumns(receiptLayout, lengths, null);
  views.nodes.set(receipts.nodes);
  views.suppliers.set(receipts.suppliers);
  views.orderedDays.set(receipts.orderedDays);
  views.promisedDays.set(receipts.promisedDays);
  views.receivedDays.set(receipts.receivedDays);
  return buffer as ArrayBuffer; // not asked to be shared
}

/**
 * Receipts over the buffer that holds them. A buffer of another layout is a bug of the caller.
 *
 * @example openReceipts(packReceipts({ nodes: [1], suppliers: [0], orderedDays: [5], promisedDays: [NaN], receivedDays: [9] }))
 *   is { nodes: [1], suppliers: [0], orderedDays: [5], promisedDays: [NaN], receivedDays: [9] }
 */
export function openReceipts(buffer: ArrayBuffer | SharedArrayBuffer): ReceiptColumns {
  return openColumns<typeof receiptLayout>(buffer).views;
}
