import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageWithNonce } from '#core/host/page-with-nonce.ts';
import { securityHeaders } from '#core/host/security-headers.ts';
import type { FrameAnswer } from './backend-link.ts';
import { contentTypeOf } from './content-type.ts';
import { readPageRequest } from './page-request.ts';

/** The nonce of answers that are no page: it matches nothing. */
const noPageNonce = 'none';

/**
 * Answers requests under `app:` like the loopback host answers its own: the renderer build and the frames, with the
 * same headers. Does not reject.
 */
export function createPageServer(
  rendererDirectory: string,
  frame: (datasetVersion: number) => Promise<FrameAnswer>,
): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async function servePage({ method, url }) {
    const asked = readPageRequest(method, url);
    switch (asked.kind) {
      case 'page': {
        const { html, nonce } = pageWithNonce(await readFile(join(rendererDirectory, 'index.html'), 'utf8'));
        return answer(200, 'text/html; charset=utf-8', html, nonce);
      }
      case 'file':
        return readFile(join(rendererDirectory, asked.path)).then(
          (bytes) => answer(200, contentTypeOf(asked.path), new Uint8Array(bytes)),
          () => refusal(404, 'input.notFound', 'There is nothing at this address.'),
        );
      case 'frame': {
        const found = await frame(asked.datasetVersion);
        if (found.kind === 'frameRefused') return refusal(found.status, found.code, found.message);
        return answer(200, 'application/octet-stream', new Uint8Array(found.bytes));
      }
      case 'nothing':
        return refusal(404, 'input.notFound', 'There is nothing at this address.');
    }
  };
}

function answer(status: number, contentType: string, body: string | Uint8Array<ArrayBuffer>, nonce = noPageNonce): Response {
  return new Response(body, {
    status,
    headers: { ...securityHeaders(nonce), 'Cache-Control': 'no-store', 'Content-Type': contentType },
  });
}

function refusal(status: number, code: string, message: string): Response {
  return answer(status, 'application/json', JSON.stringify({ code, message }));
}
