import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { pageWithNonce } from '#core/host/page-with-nonce.ts';
import { securityHeaders } from '#core/host/security-headers.ts';
import { send, sendRefusal } from './send.ts';

/**
 * Serves the built renderer from the folder `directory`: the page with a fresh nonce, everything else as it is. Names
 * in assets/ carry a hash of their content and may be kept for ever. Throws if the folder holds no page.
 */
export function createRendererFiles(directory: string): (request: IncomingMessage, response: ServerResponse) => void {
  const builtPage = readFileSync(join(directory, 'index.html'), 'utf8');
  const serveFile = sirv(directory, {
    etag: true,
    // Looked up at each request: a list made at the start would name files that an update has replaced since.
    dev: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(securityHeaders('none'))) response.setHeader(name, value);
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return function serveRenderer(request, response) {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path === '/' || path === '/index.html') {
      const { html, nonce } = pageWithNonce(builtPage);
      return send(response, {
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: html,
        styleNonce: nonce,
      });
    }
    serveFile(request, response, () =>
      sendRefusal(response, { status: 404, code: 'input.notFound', message: 'There is nothing at this address.' }),
    );
  };
}
