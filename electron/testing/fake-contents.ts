import type { WebContents } from 'electron';

type Listener = (event: { readonly url: string; preventDefault(): void }) => void;
type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** The part of Electron's WebContents that the fences use; the tests play the page. */
export interface FakeContents {
  readonly contents: WebContents;
  /** Whether an event of the page goes through. */
  emit(name: string, url: string): boolean;
  openWindow(url: string): ReturnType<WindowOpenHandler>;
}

/** A page without Electron, whose binary no unit test needs. */
export function fakeContents(): FakeContents {
  const listeners = new Map<string, Listener>();
  let windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });
  const contents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: WindowOpenHandler) => (windowOpenHandler = handler),
  };
  return {
    contents: contents as unknown as WebContents, // Only what is listed above is ever called.
    emit(name, url) {
      let goesThrough = true;
      listeners.get(name)?.({ url, preventDefault: () => (goesThrough = false) });
      return goesThrough;
    },
    openWindow: (url) =>
      windowOpenHandler({
        url,
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      }),
  };
}
