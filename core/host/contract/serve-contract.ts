import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { BackendRouter } from '#core/backend/backend.ts';
import type { Log } from '#core/backend/ports.ts';
import { translateErrors } from './translate-errors.ts';

type ServerSocket = Parameters<SocketHandler<Record<never, never>>['upgrade']>[0];
type ServerPort = Parameters<PortHandler<Record<never, never>>['upgrade']>[0];

/** Answers calls of the contract on connections of either kind. */
export interface ContractServer {
  /** Takes a WebSocket that is already let in. The calls on it are cancelled when it closes. */
  serveSocket(socket: ServerSocket): void;
  /** Takes a message port, not yet started or started; the caller starts it. */
  servePort(port: ServerPort): void;
}

/**
 * Puts one router behind the transports of both hosts.
 *
 * @example serveContract(backend.router, log).serveSocket(socket)
 */
export function serveContract(router: BackendRouter, log: Log): ContractServer {
  const options = { clientInterceptors: [translateErrors(log)] };
  const socketHandler = new SocketHandler(router, options);
  const portHandler = new PortHandler(router, options);
  return {
    serveSocket: (socket) => void socketHandler.upgrade(socket),
    servePort: (port) => portHandler.upgrade(port),
  };
}
