import type { CacheStore } from '#core/backend/store/cache-store.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { collectReceipts } from '#core/insight/parameters/collect-receipts.ts';
import { packReceipts } from '#core/insight/receipts/receipt-buffer.ts';

/**
 * The receipts of the store's dataset as columns, from the store or packed and kept (rule STO-12): reading a year of them row by row would be
 * felt at every start. `frame` is that of the dataset. Errors: `data.stale` where another dataset comes meanwhile.
 */
export async function storedReceipts(cache: CacheStore, frame: ArrayBuffer): Promise<ArrayBuffer> {
  const { version } = cache.status();
  const kept = cache.kept(version, 'receipts');
  if (kept) return kept;
  const packed = packReceipts(await collectReceipts(cache.source(), openFrame(frame)));
  cache.keep(version, 'receipts', packed);
  return packed;
}
