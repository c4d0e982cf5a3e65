const digitBits = 11;
const buckets = 1 << digitBits;
const passes = 6;

/**
 * Puts rows in the order of a number each has, smallest first, equal ones as they were; NaN comes last in either
 * direction. A radix sort over the bits of the doubles: no call per comparison, so 100,000 rows take a few milliseconds
 * where a comparator takes a tenth of a second. `keyAt` is called once per row. Returns a new array. Does not throw.
 *
 * @example sortRows(Uint32Array.of(0, 1, 2), (row) => [3, 1, 2][row] ?? 0, 'ascending') // 1, 2, 0
 */
export function sortRows(rows: Uint32Array, keyAt: (row: number) => number, direction: 'ascending' | 'descending'): Uint32Array {
  const count = rows.length;
  const keys = new Float64Array(count);
  const sign = direction === 'ascending' ? 1 : -1;
  for (let index = 0; index < count; index += 1) {
    const key = keyAt(rows[index]!); // bounded by the loop
    // Minus zero and zero are one value and must keep their order.
    keys[index] = Number.isNaN(key) ? Infinity : key === 0 ? 0 : sign * key;
  }
  const words = new Uint32Array(keys.buffer);
  // As unsigned numbers, negative doubles run backwards and lie above the positive ones: both are turned.
  for (let index = 0; index < count; index += 1) {
    const high = words[2 * index + 1]!; // two words per key
    if (high >>> 31 === 1) {
      words[2 * index] = ~words[2 * index]!; // two words per key
      words[2 * index + 1] = ~high;
    } else words[2 * index + 1] = (high | 0x80000000) >>> 0;
  }
  let from = Uint32Array.from({ length: count }, (_, index) => index);
  let to = new Uint32Array(count);
  const starts = new Uint32Array(buckets);
  for (let pass = 0; pass < passes; pass += 1) {
    starts.fill(0);
    for (let index = 0; index < count; index += 1) starts[digitOf(words, index, pass)]! += 1; // a digit is below `buckets`
    if (starts.includes(count)) continue;
    let start = 0;
    for (let digit = 0; digit < buckets; digit += 1) {
      const size = starts[digit]!; // bounded by the loop
      starts[digit] = start;
      start += size;
    }
    for (let index = 0; index < count; index += 1) {
      const position = from[index]!; // bounded by the loop
      const digit = digitOf(words, position, pass);
      to[starts[digit]!] = position; // a digit is below `buckets`
      starts[digit]! += 1; // a digit is below `buckets`
    }
    [from, to] = [to, from];
  }
  return from.map((position) => rows[position]!); // positions are those of `rows`
}

/** Eleven bits of a key, the lowest first. */
function digitOf(words: Uint32Array, index: number, pass: number): number {
  const low = words[2 * index]!; // two words per key
  const high = words[2 * index + 1]!; // two words per key
  const bit = pass * digitBits;
  if (bit + digitBits <= 32) return (low >>> bit) & (buckets - 1);
  if (bit >= 32) return (high >>> (bit - 32)) & (buckets - 1);
  return ((low >>> bit) | (high << (32 - bit))) & (buckets - 1);
}
