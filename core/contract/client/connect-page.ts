import type { ContractClient } from './contract-client.ts';
import { createContractClient } from './create-contract-client.ts';
import { openSession } from './open-session.ts';
import { portLink } from './port-link.ts';
import { requestPort } from './request-port.ts';
import { socketLink } from './socket-link.ts';

/**
 * Connects the page to the backend of whichever host it was loaded from: Electron by its port, the loopback host by
 * its session and a WebSocket. Errors: those of `openSession`.
 *
 * @example const backend = await connectPage(window); const status = await backend.dataset.status()
 */
export async function connectPage(page: Window): Promise<ContractClient> {
  if (page.location.protocol === 'app:') return createContractClient(portLink(await requestPort(page)));
  await openSession({ location: page.location, history: page.history, fetch: (path, init) => fetch(path, init) });
  return createContractClient(socketLink(new WebSocket(`ws://${page.location.host}/contract`)));
}
