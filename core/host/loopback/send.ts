import type { ServerResponse } from 'node:http';
import { securityHeaders } from '#core/host/security-headers.ts';
import type { Refusal } from './request-guard.ts';

/** The nonce of answers that are no page: it matches nothing. */
const noPageNonce = 'none';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The nonce of the page in the body. */
  readonly styleNonce?: string;
}

/** Sends one answer with the headers that every answer carries; only what names another `Cache-Control` is kept. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : (answer.body ?? new Uint8Array());
  response.writeHead(answer.status, {
    ...securityHeaders(answer.styleNonce ?? noPageNonce),
    'Cache-Control': 'no-store',
    'Content-Length': String(body.byteLength),
    ...answer.headers,
  });
  response.end(body);
}

/** Says in one JSON object why a request is not answered. */
export function sendRefusal(response: ServerResponse, { status, code, message }: Refusal): void {
  send(response, { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code, message }) });
}
