import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBuffers, receiveBuffers } from './join-buffers.ts';

const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 });

function joinedOf(bytes: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(joinBuffers(bytes.map((part) => Uint8Array.from(part).buffer)));
}

describe('joined buffers', () => {
  it('come apart into what was joined, whatever the lengths and however they were cut on the way', () => {
    fc.assert(
      fc.property(parts, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (bytes, cuts) => {
        const joined = joinedOf(bytes);
        const receiver = receiveBuffers((length) => new SharedArrayBuffer(length));
        let offset = 0;
        for (const cut of [...cuts, joined.length]) {
          receiver.take(joined.subarray(offset, offset + cut));
          offset += cut;
        }
        expect(receiver.parts()?.map((part) => [...new Uint8Array(part)])).toEqual(bytes.map((part) => [...part]));
      }),
    );
  });

  it('are none while a byte of them is missing', () => {
    const joined = joinedOf([Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)]);
    const receiver = receiveBuffers((length) => new ArrayBuffer(length));
    receiver.take(joined.subarray(0, joined.length - 1));
    expect(receiver.parts()).toBeUndefined();
    receiver.take(joined.subarray(joined.length - 1));
    expect(receiver.parts()).toHaveLength(1);
  });
});
