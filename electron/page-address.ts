/** The scheme under which the window loads the renderer and fetches frames; the packaged files are never opened as `file:`. */
export const pageScheme = 'app';

/** The origin of everything the window may load. */
export const pageOrigin = `${pageScheme}://stockwright`;

/**
 * Tells whether the window may go to `url`: only to the renderer's own page, whatever its path and fragment.
 * Does not throw; what is not an address is not ours.
 *
 * @example isPageAddress('app://stockwright/index.html#/replenish') // true
 */
export function isPageAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  return (
    address.protocol === `${pageScheme}:` && address.host === 'stockwright' && address.username === '' && address.port === ''
  );
}
