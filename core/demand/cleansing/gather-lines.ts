import { notKnown, type DemandLines } from './demand-lines.ts';
import { demandStreams, type DemandStream } from './demand-stream.ts';

/** One line as it is read. */
export interface DemandLine {
  readonly place: number;
  readonly day: number;
  /** Without sign. */
  readonly qty: number;
  readonly stream: DemandStream;
  readonly customer?: string | null;
  readonly channel?: string | null;
}

/** Gathers lines one by one in columns that grow. */
export interface LineGatherer {
  add(line: DemandLine): void;
  /** What was gathered; to be called once, at the end. */
  lines(): DemandLines;
}

/**
 * An empty gatherer. 29 bytes a line; does not throw.
 *
 * @example createLineGatherer().lines().count === 0
 */
export function createLineGatherer(): LineGatherer {
  const customers = createCodes();
  const channels = createCodes();
  let count = 0;
  let place = new Int32Array(1024);
  let day = new Float64Array(1024);
  let qty = new Float64Array(1024);
  let stream = new Uint8Array(1024);
  let customer = new Int32Array(1024);
  let channel = new Int32Array(1024);

  function grow(): void {
    const capacity = 2 * count;
    place = grown(place, new Int32Array(capacity));
    day = grown(day, new Float64Array(capacity));
    qty = grown(qty, new Float64Array(capacity));
    stream = grown(stream, new Uint8Array(capacity));
    customer = grown(customer, new Int32Array(capacity));
    channel = grown(channel, new Int32Array(capacity));
  }

  return {
    add(line) {
      if (count === place.length) grow();
      place[count] = line.place;
      day[count] = line.day;
      qty[count] = line.qty;
      stream[count] = demandStreams.indexOf(line.stream);
      customer[count] = customers.codeOf(line.customer);
      channel[count] = channels.codeOf(line.channel);
      count += 1;
    },
    lines: () => ({
      count,
      place: place.subarray(0, count),
      day: day.subarray(0, count),
      qty: qty.subarray(0, count),
      stream: stream.subarray(0, count),
      customer: customers.inOrder(customer.subarray(0, count)),
      channel: channels.inOrder(channel.subarray(0, count)),
      customers: customers.sorted(),
      channels: channels.sorted(),
    }),
  };
}

/**
 * Lines in columns from a list, for what is small. Does not throw.
 *
 * @example gatherLines([{ place: 0, day: 1, qty: 80, stream: 'sale', customer: 'C1' }]).customers is ['C1']
 */
export function gatherLines(lines: Iterable<DemandLine>): DemandLines {
  const gatherer = createLineGatherer();
  for (const line of lines) gatherer.add(line);
  return gatherer.lines();
}

function grown<Column extends Int32Array | Float64Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

interface Codes {
  codeOf(text: string | null | undefined): number;
  sorted(): readonly string[];
  /** Turns codes as they were met into positions in `sorted`, in place. */
  inOrder(codes: Int32Array): Int32Array;
}

function createCodes(): Codes {
  const codes = new Map<string, number>();
  const sorted = (): string[] => [...codes.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    codeOf(text) {
      if (text === null || text === undefined) return notKnown;
      const found = codes.get(text);
      if (found !== undefined) return found;
      codes.set(text, codes.size);
      return codes.size - 1;
    },
    sorted,
    inOrder(column) {
      const position = new Int32Array(codes.size);
      sorted().forEach((text, index) => (position[codes.get(text) ?? 0] = index));
      return column.map((code) => (code === notKnown ? notKnown : (position[code] ?? notKnown)));
    },
  };
}
