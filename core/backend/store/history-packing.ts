import type { PackageRow } from '#core/model/package/package-tables.ts';

export type HistoryRow = PackageRow<'demand_history'>;

/** Code of a text that is not set. */
const noText = -1;

/** Gives texts small numbers and back. */
export interface TextCodes {
  codeOf(text: string | null): number;
  textOf(code: number): string | null;
  readonly texts: readonly string[];
}

/** Text codes, empty or as stored. */
export function createTextCodes(texts: readonly string[] = []): TextCodes {
  const known = [...texts];
  const codes = new Map(known.map((text, code) => [text, code]));
  return {
    texts: known,
    codeOf(text) {
      if (text === null) return noText;
      const found = codes.get(text);
      if (found !== undefined) return found;
      codes.set(text, known.length);
      return known.push(text) - 1;
    },
    textOf: (code) => (code === noText ? null : (known[code] ?? null)),
  };
}

/** Bytes of one packed row: quantity (double), then date, channel, customer and kind (32-bit codes). */
const bytesPerRow = 8 + 4 * 4;

/** Gathers history rows in columns that grow, 24 bytes a row, whatever order they come in. */
export interface HistoryGatherer {
  add(row: HistoryRow): void;
  /** The rows of each item-location, packed, in the order in which the item-locations were met. */
  packed(): Generator<{ readonly itemId: string; readonly siteId: string; readonly bytes: Buffer }>;
  readonly rows: number;
}

/** An empty gatherer that codes texts with `codes`. */
export function createHistoryGatherer(codes: TextCodes): HistoryGatherer {
  const locations = new Map<string, Map<string, number>>();
  const names: { readonly itemId: string; readonly siteId: string }[] = [];
  let capacity = 1 << 16;
  let rows = 0;
  let quantities = new Float64Array(capacity);
  let facts = new Int32Array(capacity * 5);

  function locationOf(itemId: string, siteId: string): number {
    let ofItem = locations.get(itemId);
    if (!ofItem) locations.set(itemId, (ofItem = new Map<string, number>()));
    const found = ofItem.get(siteId);
    if (found !== undefined) return found;
    ofItem.set(siteId, names.length);
    return names.push({ itemId, siteId }) - 1;
  }
  function grow(): void {
    capacity *= 2;
    const [oldQuantities, oldFacts] = [quantities, facts];
    quantities = new Float64Array(capacity);
    quantities.set(oldQuantities);
    facts = new Int32Array(capacity * 5);
    facts.set(oldFacts);
  }

  return {
    get rows() {
      return rows;
    },
    add(row) {
      if (rows === capacity) grow();
      quantities[rows] = row.qty;
      facts[rows * 5] = locationOf(row.item_id, row.site_id);
      facts[rows * 5 + 1] = row.date;
      facts[rows * 5 + 2] = codes.codeOf(row.channel);
      facts[rows * 5 + 3] = codes.codeOf(row.customer_id);
      facts[rows * 5 + 4] = codes.codeOf(row.kind);
      rows += 1;
    },
    *packed() {
      const { start, order } = orderByLocation(facts, rows, names.length);
      for (const [location, name] of names.entries()) {
        const first = start[location] ?? 0;
        const count = (start[location + 1] ?? 0) - first;
        // Rows keep the order in which they came, so that what is written out again looks as it was.
        const bytes = Buffer.alloc(count * bytesPerRow);
        for (let index = 0; index < count; index += 1) {
          const row = order[first + index] ?? 0;
          bytes.writeDoubleLE(quantities[row] ?? 0, index * bytesPerRow);
          for (let fact = 0; fact < 4; fact += 1) {
            bytes.writeInt32LE(facts[row * 5 + 1 + fact] ?? 0, index * bytesPerRow + 8 + fact * 4);
          }
        }
        yield { ...name, bytes };
      }
    },
  };
}

/** Counting sort: linear, and stable. */
function orderByLocation(facts: Int32Array, rows: number, locations: number): { start: Uint32Array; order: Uint32Array } {
  const start = new Uint32Array(locations + 1);
  for (let row = 0; row < rows; row += 1) start[(facts[row * 5] ?? 0) + 1]! += 1; // in range: one element more than locations
  for (let location = 0; location < locations; location += 1) start[location + 1]! += start[location] ?? 0; // in range
  const next = start.slice();
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const location = facts[row * 5] ?? 0;
    order[next[location] ?? 0] = row;
    next[location]! += 1; // in range
  }
  return { start, order };
}

/** The rows of one item-location back out of their bytes. */
export function* unpackHistory(
  itemId: string,
  siteId: string,
  bytes: Buffer,
  codes: Pick<TextCodes, 'textOf'>,
): Generator<HistoryRow> {
  for (let offset = 0; offset < bytes.length; offset += bytesPerRow) {
    yield {
      item_id: itemId,
      site_id: siteId,
      date: bytes.readInt32LE(offset + 8),
      qty: bytes.readDoubleLE(offset),
      channel: codes.textOf(bytes.readInt32LE(offset + 12)),
      customer_id: codes.textOf(bytes.readInt32LE(offset + 16)),
      kind: codes.textOf(bytes.readInt32LE(offset + 20)) as HistoryRow['kind'], // coded from a checked row
    };
  }
}
