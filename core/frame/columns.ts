import { invariant } from '#core/base/invariant.ts';

/** The typed arrays a column may be. */
export const arrayTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

export type ColumnType = keyof typeof arrayTypes;
type ColumnArray<Type extends ColumnType> = InstanceType<(typeof arrayTypes)[Type]>;

/** Column names with their element types, in the order in which they lie in memory. */
export type ColumnLayout = Readonly<Record<string, ColumnType>>;

/** Views over one buffer, one per column of a layout. */
export type ColumnViews<Layout extends ColumnLayout> = { readonly [Name in keyof Layout]: ColumnArray<Layout[Name]> };

/** How many elements each column has. */
export type ColumnLengths<Layout extends ColumnLayout> = { readonly [Name in keyof Layout]: number };

type Bytes = ArrayBuffer | SharedArrayBuffer;

interface Directory {
  readonly meta: unknown;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly offset: number;
    readonly length: number;
  }[];
}

const magic = 0x53574652; // "SWFR"
const headerBytes = 16;
const alignment = 8;

/** One constructor call for all element types, which TypeScript cannot resolve over the union. */
function viewOf(type: ColumnType, buffer: Bytes, offset: number, length: number): unknown {
  const View: new (buffer: Bytes, offset: number, length: number) => unknown = arrayTypes[type];
  return new View(buffer, offset, length);
}

/** Rounds a byte count up to the next 8-byte border, so that every column may be viewed as doubles. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/**
 * Lays out columns in one buffer behind a directory: `[magic u32, version u32, directory bytes u32, 0][JSON][columns…]`,
 * little-endian, every column at an 8-byte border. `meta` is any JSON value that describes the whole.
 * With `shared`, the buffer is a SharedArrayBuffer. Does not throw.
 *
 * @example allocateColumns({ a: 'f64' }, { a: 3 }, null).views.a.length === 3
 */
export function allocateColumns<Layout extends ColumnLayout>(
  layout: Layout,
  lengths: ColumnLengths<Layout>,
  meta: unknown,
  options: { readonly shared?: boolean } = {},
): { readonly buffer: Bytes; readonly views: ColumnViews<Layout> } {
  const sizes = Object.entries(layout).map(([name, type]) => ({
    name,
    type,
    length: lengths[name] ?? 0,
  }));
  // The directory holds offsets from the first column, so that its own length does not matter to them.
  let end = 0;
  const columns = sizes.map((column) => {
    const offset = end;
    end = aligned(offset + column.length * arrayTypes[column.type].BYTES_PER_ELEMENT);
    return { ...column, offset };
  });
  const directory = new TextEncoder().encode(JSON.stringify({ meta, columns } satisfies Directory));
  const start = aligned(headerBytes + directory.length);
  const buffer = options.shared ? new SharedArrayBuffer(start + end) : new ArrayBuffer(start + end);
  new Uint32Array(buffer, 0, 4).set([magic, 1, directory.length, 0]);
  new Uint8Array(buffer, headerBytes, directory.length).set(directory);
  return { buffer, views: openColumns<Layout>(buffer).views };
}

/**
 * Opens a buffer made by `allocateColumns`, without copying. A buffer of another kind is a bug of the caller.
 */
export function openColumns<Layout extends ColumnLayout>(
  buffer: Bytes,
): { readonly meta: unknown; readonly views: ColumnViews<Layout> } {
  const header = new Uint32Array(buffer, 0, 4);
  invariant(header[0] === magic && header[1] === 1, 'not a column buffer of this version');
  const directoryBytes = header[2] ?? 0;
  // TextDecoder refuses views of shared memory, so the few directory bytes are copied.
  const text = new TextDecoder().decode(new Uint8Array(buffer, headerBytes, directoryBytes).slice());
  const directory = JSON.parse(text) as Directory; // written by allocateColumns, guarded by the magic number
  const start = aligned(headerBytes + directoryBytes);
  const views: Record<string, unknown> = {};
  for (const column of directory.columns) {
    views[column.name] = viewOf(column.type, buffer, start + column.offset, column.length);
  }
  return { meta: directory.meta, views: views as ColumnViews<Layout> }; // the names and types come from the same layout
}
