/** Rows of the old dataset by key; each is taken once, in order, so that rows with equal keys keep their own facts. */
export interface RowPool<Row> {
  take(key: string): Row | undefined;
  /** What was not taken. */
  rest(): Row[];
}

/** Gathers rows by key. */
export async function poolRows<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  keyOf: (row: Row) => string,
): Promise<RowPool<Row>> {
  const byKey = new Map<string, Row[]>();
  for await (const row of rows) {
    const key = keyOf(row);
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  return {
    take: (key) => byKey.get(key)?.shift(),
    rest: () => [...byKey.values()].flat(),
  };
}
