import { randomBytes } from 'node:crypto';
import { noncePlaceholder } from './security-headers.ts';

/** A page ready to send, and the nonce its headers must name. */
export interface NoncedPage {
  readonly html: string;
  readonly nonce: string;
}

/**
 * Gives the built page a nonce nobody can know in advance, so that injected style elements stay without effect.
 *
 * @example const { html, nonce } = pageWithNonce(builtPage); send(html, securityHeaders(nonce))
 */
export function pageWithNonce(builtPage: string): NoncedPage {
  const nonce = randomBytes(16).toString('base64url');
  return { html: builtPage.replaceAll(noncePlaceholder, nonce), nonce };
}
