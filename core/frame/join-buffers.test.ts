import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBuffers, splitBuffers } from './join-buffers.ts';

describe('joinBuffers', () => {
  it('gives back what was joined, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 }), (parts) => {
        const split = splitBuffers(joinBuffers(parts.map((part) => Uint8Array.from(part).buffer)));
        expect(split.map((part) => [...new Uint8Array(part)])).toEqual(parts.map((part) => [...part]));
      }),
    );
  });
});
