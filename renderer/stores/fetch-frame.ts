import { AppError } from '#core/base/app-error.ts';
import { framePath } from '#core/contract/contract.ts';
import { receiveBuffers } from '#core/frame/join-buffers.ts';
import type { Bytes } from '#workers/plan-service.ts';

/**
 * The bytes of a dataset version, its forecast and its receipts, in memory that threads share where `isShared`. Errors: `data.missing` where
 * the host does not give them, or not all of them.
 */
export async function fetchFrame(datasetVersion: number, isShared: boolean): Promise<readonly Bytes[]> {
  const answer = await fetch(framePath(datasetVersion)).catch(() => undefined);
  if (!answer?.ok || !answer.body)
    throw new AppError('data.missing', 'The data could not be loaded. Reload the page to try again.', { retryable: true });
  const receiver = receiveBuffers<Bytes>((bytes) => (isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)));
  const reader = answer.body.getReader();
  for (let read = await reader.read().catch(() => undefined); read?.value; read = await reader.read().catch(() => undefined)) {
    receiver.take(read.value);
  }
  const parts = receiver.parts();
  if (!parts) throw new AppError('data.missing', 'The data came incomplete. Reload the page to try again.', { retryable: true });
  return parts;
}
