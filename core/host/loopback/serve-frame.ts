import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ErrorCode } from '#core/base/app-error.ts';
import { isAppError } from '#core/base/app-error.ts';
import type { Backend } from '#core/backend/backend.ts';
import type { Log } from '#core/backend/ports.ts';
import { send, sendRefusal } from './send.ts';

const statusOf: Partial<Record<ErrorCode, number>> = { 'data.stale': 409, 'data.missing': 404 };

/** The dataset version in a frame's path, such as `/frames/3`; undefined for any other path. */
export function frameVersionOf(path: string): number | undefined {
  const version = /^\/frames\/(\d{1,15})$/.exec(path)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Sends the columns of a dataset version as bytes, or why they are not to be had. Does not reject. */
export async function serveFrame(backend: Backend, version: number, response: ServerResponse, log: Log): Promise<void> {
  try {
    const frame = await backend.frame(version);
    send(response, { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: new Uint8Array(frame) });
  } catch (error) {
    if (isAppError(error)) {
      sendRefusal(response, { status: statusOf[error.code] ?? 500, code: error.code, message: error.message });
      return;
    }
    const correlationId = randomUUID();
    log.error('Bug in frames', { correlationId, error });
    sendRefusal(response, {
      status: 500,
      code: 'internal',
      message: `An internal error occurred. It is recorded under ${correlationId}.`,
    });
  }
}
