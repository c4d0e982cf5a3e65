import { portOffered, portWanted } from './port-handover.ts';

/** Asks the preload for the page's port to the backend. Resolves once per page; the preload gives no second port. */
export function requestPort(page: Window): Promise<MessagePort> {
  return new Promise((resolve) => {
    page.addEventListener('message', function onPortOffered(event: MessageEvent<unknown>) {
      const [port] = event.ports;
      if (event.source !== page || event.data !== portOffered || port === undefined) return;
      page.removeEventListener('message', onPortOffered);
      resolve(port);
    });
    page.postMessage(portWanted, page.location.origin);
  });
}
