const alignment = 8;

/**
 * Several buffers in one: the number of parts and their lengths as doubles, then the parts, each at an 8-byte border. So the
 * frame and its forecast travel together and can never be of two versions. Does not throw.
 *
 * @example splitBuffers(joinBuffers([a, b])) are copies of a and b
 */
export function joinBuffers(parts: readonly ArrayBuffer[]): ArrayBuffer {
  const header = Float64Array.of(parts.length, ...parts.map((part) => part.byteLength));
  const joined = new Uint8Array(header.byteLength + parts.reduce((sum, part) => sum + aligned(part.byteLength), 0));
  joined.set(new Uint8Array(header.buffer));
  let offset = header.byteLength;
  for (const part of parts) {
    joined.set(new Uint8Array(part), offset);
    offset += aligned(part.byteLength);
  }
  return joined.buffer;
}

/** The parts of a buffer made by `joinBuffers`, each in a buffer of its own. */
export function splitBuffers(joined: ArrayBuffer): readonly ArrayBuffer[] {
  const count = new Float64Array(joined, 0, 1)[0] ?? 0;
  const lengths = new Float64Array(joined, alignment, count);
  let offset = alignment * (1 + count);
  return Array.from(lengths, (length) => {
    const part = joined.slice(offset, offset + length);
    offset += aligned(length);
    return part;
  });
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}
