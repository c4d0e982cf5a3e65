/** What the built page carries where the style nonce of the day belongs; see `pageWithNonce`. */
export const noncePlaceholder = 'STYLE-NONCE-PLACEHOLDER';

/**
 * What a page of the workstation may do, one line per permission. Everything else is refused by `default-src`.
 * Scripts and workers come from the build alone, without eval. The grid writes its theme into a style element and the
 * component kit a few rules of its own: they carry the page's nonce. Style attributes are set by charts' tooltips only.
 */
function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The headers of every answer of both hosts, so that neither is the weaker one. Does not throw.
 * `styleNonce`: base64url, new for every page; answers that are not a page ignore it.
 * Isolation (COOP and COEP) gives the page SharedArrayBuffer where the platform allows it.
 *
 * @example securityHeaders('abc')['X-Content-Type-Options'] // 'nosniff'
 */
export function securityHeaders(styleNonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(styleNonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
