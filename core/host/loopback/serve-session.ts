import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from './request-guard.ts';
import { send, sendRefusal } from './send.ts';
import type { Session } from './session.ts';

/** A token takes 43 characters; more than this is not an attempt worth reading. */
const maxBodyBytes = 1024;

/** The answer to a request without a session. */
export const sessionMissing: Refusal = {
  status: 401,
  code: 'auth.required',
  message: 'This page has no session. Open the full address printed at the start of the workstation, with the part after #.',
};

const tokenWrong: Refusal = {
  status: 401,
  code: 'auth.rejected',
  message: 'The address carries a wrong or outdated token. Open the address printed at the latest start of the workstation.',
};

/**
 * `POST /session` with the launch token as its body exchanges it for the cookie; `GET /session` tells whether one is
 * open, because a page cannot read why its WebSocket was refused. Does not reject.
 */
export async function serveSession(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    if (!session.isOpen(request.headers.cookie)) {
      sendRefusal(response, sessionMissing);
      return;
    }
    send(response, { status: 204 });
    return;
  }
  const cookie = session.exchange(await readBody(request));
  if (cookie === undefined) {
    sendRefusal(response, tokenWrong);
    return;
  }
  send(response, { status: 204, headers: { 'Set-Cookie': cookie } });
}

/** The body as text, or nothing when it is too long or breaks off. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      // A request without an encoding yields buffers.
      length += chunk.byteLength;
      if (length > maxBodyBytes) return '';
      chunks.push(chunk);
    }
  } catch {
    return ''; // The sender hung up; there is nobody left to tell.
  }
  return Buffer.concat(chunks).toString('utf8');
}
