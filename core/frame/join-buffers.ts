const alignment = 8;

/**
 * Several buffers in one: the number of parts and their lengths as doubles, then the parts, each at an 8-byte border. So the
 * frame and its forecast travel together and can never be of two versions. Does not throw.
 *
 * @example joinBuffers([Uint8Array.of(7).buffer]).byteLength === 24
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

function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/** Takes joined buffers apart while they arrive. */
export interface BufferReceiver<Bytes extends ArrayBufferLike> {
  /** The next bytes, however they were cut. */
  take(chunk: Uint8Array): void;
  /** The parts in their order, or undefined where bytes are missing. */
  parts(): readonly Bytes[] | undefined;
}

/**
 * Receives what `joinBuffers` joined, each part straight into memory of its own from `allocate`, so that nothing is copied twice and no
 * step takes longer than its chunk. Throws what `allocate` throws where memory is short.
 *
 * @example const receiver = receiveBuffers((bytes) => new ArrayBuffer(bytes));
 *   receiver.take(new Uint8Array(joinBuffers([Uint8Array.of(7).buffer])));
 *   receiver.parts()[0].byteLength === 1
 */
export function receiveBuffers<Bytes extends ArrayBufferLike>(allocate: (bytes: number) => Bytes): BufferReceiver<Bytes> {
  const parts: Bytes[] = [];
  const header = { count: new Uint8Array(alignment), lengths: new Uint8Array(0) };
  /** What is being filled: the count, the lengths, then part by part; the last one is followed by nothing. */
  let target: Uint8Array = header.count;
  let filled = 0;
  let padding = 0;
  let isComplete = false;

  function fill(next: Uint8Array): void {
    target = next;
    filled = 0;
  }
  function fillNextPart(): void {
    const length = doublesOf(header.lengths)[parts.length];
    if (length === undefined) {
      isComplete = true;
      return;
    }
    const part = allocate(length);
    parts.push(part);
    fill(new Uint8Array(part));
    padding = aligned(length) - length;
  }
  function advance(): void {
    if (target === header.count) {
      header.lengths = new Uint8Array(alignment * (doublesOf(header.count)[0] ?? 0));
      fill(header.lengths);
    } else fillNextPart();
  }
  return {
    take(chunk) {
      let offset = 0;
      for (;;) {
        const taken = Math.min(chunk.length - offset, target.length - filled);
        target.set(chunk.subarray(offset, offset + taken), filled);
        filled += taken;
        offset += taken;
        if (isComplete || filled < target.length) return;
        const skipped = Math.min(padding, chunk.length - offset);
        padding -= skipped;
        offset += skipped;
        if (padding > 0) return;
        advance();
      }
    },
    parts: () => (isComplete ? parts : undefined),
  };
}

function doublesOf(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / alignment);
}
