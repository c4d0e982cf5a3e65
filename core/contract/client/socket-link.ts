import { RPCLink } from '@orpc/client/websocket';
import { AppError } from '#core/base/app-error.ts';
import type { ContractLink } from './contract-link.ts';

/** What a link needs of a WebSocket; the page's own and Node's both have it. */
export type ContractSocket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>;

/** WebSocket close code for a message above the receiver's limit (RFC 6455, section 7.4.1). */
const closedTooLarge = 1009;

/**
 * Carries calls over a WebSocket that is open or opening. Calls made before it opens wait for it.
 *
 * @example socketLink(new WebSocket('ws://127.0.0.1:4400/contract'))
 */
export function socketLink(socket: ContractSocket): ContractLink {
  let closed: AppError | undefined;
  socket.addEventListener('close', ({ code }) => {
    closed =
      code === closedTooLarge
        ? new AppError('rpc.tooLarge', 'A request was larger than the backend takes. Reload the page and split the change.')
        : new AppError('rpc.closed', 'The connection to the backend is closed. Start the workstation again.', {
            retryable: true,
          });
  });
  const rpcLink = new RPCLink({ websocket: socket });
  return {
    call: (path, input, signal) => rpcLink.call(path, input, { context: {}, signal }),
    closedBecause: () => closed,
  };
}
