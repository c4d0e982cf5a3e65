/**
 * The bytes in memory that threads share: shared memory as it is, other bytes copied. O(bytes), does not throw.
 *
 * @example new Uint8Array(toShared(Uint8Array.of(7).buffer))[0] === 7
 */
export function toShared(bytes: ArrayBuffer | SharedArrayBuffer): SharedArrayBuffer {
  if (bytes instanceof SharedArrayBuffer) return bytes;
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(new Uint8Array(bytes));
  return shared;
}
