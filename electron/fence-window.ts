import type { Session, WebContents } from 'electron';
import { isExternalLink } from './external-link.ts';
import { isPageAddress } from './page-address.ts';
import { isPermissionGranted } from './permission-policy.ts';

/** Refuses the session of a window everything its policies do not grant, whether asked or checked silently. */
export function fenceSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isPermissionGranted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermissionGranted(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Keeps a page at its own address; a link of the list leaves for the user's browser, every other goes nowhere. */
export function fenceContents(contents: WebContents, openExternal: (url: string) => void): void {
  const stayHome = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isPageAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) openExternal(url);
    return { action: 'deny' };
  });
}
