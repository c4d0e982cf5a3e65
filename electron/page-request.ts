import { isPageAddress } from './page-address.ts';

/** What a request under `app:` asks for. */
export type PageRequest =
  | { readonly kind: 'page' }
  | { readonly kind: 'frame'; readonly datasetVersion: number }
  | { readonly kind: 'file'; /** Relative to the renderer's folder, without any step upwards. */ readonly path: string }
  | { readonly kind: 'nothing' };

/**
 * Reads a request of the window. A path that leaves the renderer's folder, in whatever spelling, asks for nothing.
 * Does not throw.
 *
 * @example readPageRequest('GET', 'app://stockwright/frames/3') // { kind: 'frame', datasetVersion: 3 }
 */
export function readPageRequest(method: string, url: string): PageRequest {
  if (method !== 'GET' || !isPageAddress(url)) return { kind: 'nothing' };
  const path = decodedPath(url);
  if (path === undefined) return { kind: 'nothing' };
  if (path === '/' || path === '/index.html') return { kind: 'page' };
  const version = /^\/frames\/(\d{1,15})$/.exec(path)?.[1];
  if (version !== undefined) return { kind: 'frame', datasetVersion: Number(version) };
  const names = path.slice(1).split('/');
  const isPlain = names.every((name) => /^[\w-][\w.-]*$/.test(name));
  return isPlain ? { kind: 'file', path: names.join('/') } : { kind: 'nothing' };
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined; // A broken escape names no file.
  }
}
