import { notSet, type Frame } from '#core/frame/frame-layout.ts';
import type { PackageSource } from '#core/model/package/package-source.ts';
import { createFrameLookup } from '#core/plan/frame-lookup.ts';
import type { ReceiptColumns } from './receipt-columns.ts';

/**
 * The receipts of a package by node and supplier of its frame, as columns that fit a message to a worker: 24 bytes per
 * receipt. Receipts of places that the frame does not have are left out. Reads the table once; does not throw on checked rows.
 *
 * @example (await collectReceipts(source, frame)).nodes is [0]
 */
export async function collectReceipts(source: PackageSource, frame: Frame): Promise<ReceiptColumns> {
  const lookup = createFrameLookup(frame);
  const nodes: number[] = [];
  const suppliers: number[] = [];
  const orderedDays: number[] = [];
  const promisedDays: number[] = [];
  const receivedDays: number[] = [];
  for await (const row of source.rows('receipts_history')) {
    const node = lookup.nodeOf(row.item_id, row.site_id);
    const supplier = lookup.supplierOf(row.supplier_id);
    if (node === notSet || supplier === notSet) continue;
    nodes.push(node);
    suppliers.push(supplier);
    orderedDays.push(row.ordered_on);
    promisedDays.push(row.promised_on ?? NaN);
    receivedDays.push(row.received_on);
  }
  return {
    nodes: Uint32Array.from(nodes),
    suppliers: Uint32Array.from(suppliers),
    orderedDays: Int32Array.from(orderedDays),
    promisedDays: Float64Array.from(promisedDays),
    receivedDays: Int32Array.from(receivedDays),
  };
}
