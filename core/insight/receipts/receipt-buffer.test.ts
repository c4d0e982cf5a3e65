import { expect, it } from 'vitest';
import { openReceipts, packReceipts } from './receipt-buffer.ts';

it('POL-73 receipts come back from their buffer as they were', () => {
  const receipts = {
    nodes: Uint32Array.of(3, 1),
    suppliers: Uint32Array.of(0, 7),
    orderedDays: Int32Array.of(20_000, 20_001),
    promisedDays: Float64Array.of(NaN, 20_010),
    receivedDays: Int32Array.of(20_012, 20_009),
  };
  expect({ ...openReceipts(packReceipts(receipts)) }).toEqual(receipts);
});
