/** Where links of the workstation may lead: the project's own pages, and nothing that a dataset could name. */
const allowedHosts: ReadonlySet<string> = new Set(['www.odoo.com']);

/**
 * Tells whether `url` may be handed to the user's browser. A shell opens anything it is given, so only `https:` to
 * a listed host leaves. Does not throw.
 *
 * @example isExternalLink('https://www.odoo.com/documentation/') // true
 */
export function isExternalLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && allowedHosts.has(host) && username === '' && password === '';
}
