import { AppError } from '#core/base/app-error.ts';
import { framePath } from '#core/contract/contract.ts';

/** The bytes of a dataset version and its forecast, joined. Errors: `data.missing` where the host does not give them. */
export async function fetchFrame(datasetVersion: number): Promise<ArrayBuffer> {
  const answer = await fetch(framePath(datasetVersion)).catch(() => undefined);
  if (!answer?.ok)
    throw new AppError('data.missing', 'The data could not be loaded. Reload the page to try again.', { retryable: true });
  return answer.arrayBuffer();
}
