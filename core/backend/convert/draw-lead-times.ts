import type { Random } from '#core/base/random.ts';
import { readForeignCsv } from './read-gzip-csv.ts';

/** A supplier of the converted company with deliveries drawn from a real vendor's. */
export interface DrawnSupplier {
  readonly supplierId: string;
  readonly name: string;
  /** Days from order to delivery, as they really were. */
  readonly leadTimes: readonly number[];
  readonly meanDays: number;
  readonly sdDays: number;
}

export interface DrawnSuppliers {
  readonly suppliers: readonly DrawnSupplier[];
  /** Deliveries left out because the order date is missing, or the delivery lies before the order. */
  readonly dropped: number;
}

/** Deliveries below which a vendor's spread says little. */
const leastDeliveries = 12;
/** Suppliers the company gets; the busiest vendors stand for them. */
const mostSuppliers = 24;

/**
 * Reads real supplier deliveries and keeps the lead times of the busiest vendors, in an order drawn by `random`. Vendor
 * names are not carried over.
 */
export async function drawSuppliers(path: string, random: Random): Promise<DrawnSuppliers> {
  const byVendor = new Map<string, number[]>();
  let dropped = 0;
  for await (const row of readForeignCsv(path, ['vendor', 'lead_days_po_to_delivery'])) {
    const text = row['lead_days_po_to_delivery'] ?? '';
    const days = Number(text);
    if (text === '' || !Number.isInteger(days) || days < 1) {
      dropped += 1;
      continue;
    }
    const vendor = row['vendor'] ?? '';
    const known = byVendor.get(vendor);
    if (known) known.push(days);
    else byVendor.set(vendor, [days]);
  }
  const busiest = [...byVendor.values()]
    .filter((days) => days.length >= leastDeliveries)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostSuppliers);
  const suppliers = busiest
    .map((leadTimes) => ({ leadTimes, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ leadTimes }, index) => ({
      supplierId: `V${String(index + 1).padStart(2, '0')}`,
      name: `Vendor ${index + 1}`,
      leadTimes,
      ...momentsOf(leadTimes),
    }));
  return { suppliers, dropped };
}

function momentsOf(values: readonly number[]): { readonly meanDays: number; readonly sdDays: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { meanDays: Math.round(mean), sdDays: Math.round(Math.sqrt(variance) * 10) / 10 };
}
