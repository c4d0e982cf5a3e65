import type { StoredRecord } from './stored-record.ts';

/** Done moves in columns: half a million of them take some twenty megabytes. Their ids are 1 to `count`. */
export interface HistoryMoves {
  readonly count: number;
  get(id: number): StoredRecord | undefined;
}

export interface HistoryMove {
  readonly product: number;
  readonly from: number;
  readonly to: number;
  /** 0 for none. */
  readonly partner: number;
  readonly company: number;
  readonly day: number;
  readonly qty: number;
}

/** Gathers the moves in columns that grow. */
export function createHistoryMoves(writeDate: string): HistoryMoves & { add(move: HistoryMove): void } {
  let count = 0;
  let facts = new Int32Array(6 * 1024);
  let quantities = new Float64Array(1024);

  return {
    get count() {
      return count;
    },
    add({ product, from, to, partner, company, day, qty }) {
      if (count === quantities.length) {
        const [oldFacts, oldQuantities] = [facts, quantities];
        facts = new Int32Array(oldFacts.length * 2);
        facts.set(oldFacts);
        quantities = new Float64Array(oldQuantities.length * 2);
        quantities.set(oldQuantities);
      }
      facts.set([product, from, to, partner, company, day], count * 6);
      quantities[count] = qty;
      count += 1;
    },
    get(id) {
      if (id < 1 || id > count) return undefined;
      const [product = 0, from = 0, to = 0, partner = 0, company = 0, day = 0] = facts.subarray((id - 1) * 6, id * 6);
      const qty = quantities[id - 1] ?? 0;
      const date = `${new Date(day * 86_400_000).toISOString().slice(0, 10)} 12:00:00`;
      return {
        id,
        name: 'history',
        state: 'done',
        product_id: product,
        product_uom_qty: qty,
        product_qty: qty,
        date,
        location_id: from,
        location_dest_id: to,
        partner_id: partner === 0 ? null : partner,
        company_id: company === 0 ? null : company,
        create_date: writeDate,
        write_date: writeDate,
      };
    },
  };
}
