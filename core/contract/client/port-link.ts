import { RPCLink } from '@orpc/client/message-port';
import { AppError } from '#core/base/app-error.ts';
import type { ContractLink } from './contract-link.ts';

/** What a link needs of a message port. */
export type ContractPort = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'start'>;

/**
 * Carries calls over a message port and starts it. The end of the port fails what is under way and what comes later:
 * a port swallows what is posted after its end without a word.
 *
 * @example portLink(channel.port1)
 */
export function portLink(port: ContractPort): ContractLink {
  let closed: AppError | undefined;
  port.addEventListener('close', () => {
    closed = new AppError('rpc.closed', 'The connection to the backend is closed. Start the workstation again.', {
      retryable: true,
    });
  });
  const rpcLink = new RPCLink({ port });
  port.start();
  return {
    call: (path, input, signal) => rpcLink.call(path, input, { context: {}, signal }),
    closedBecause: () => closed,
  };
}
