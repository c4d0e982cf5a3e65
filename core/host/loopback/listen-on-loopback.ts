import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#core/base/app-error.ts';

/**
 * Opens a server on 127.0.0.1, on `port` or on a free one for 0, and the same port on ::1 where the machine has it. No
 * other address is ever bound. Returns the port. Errors: `input.invalid` when the port is taken or not allowed.
 */
export async function listenOnLoopback(ipv4: Server, ipv6: Server, port: number): Promise<number> {
  try {
    await listen(ipv4, port, '127.0.0.1');
  } catch (error) {
    throw new AppError('input.invalid', `Port ${port} cannot be used: it is taken or reserved. Choose another with --port.`, {
      cause: error,
    });
  }
  const boundPort = (ipv4.address() as AddressInfo).port; // A server that listens on TCP has a TCP address.
  try {
    await listen(ipv6, boundPort, '::1');
  } catch {
    // Many machines have IPv6 switched off; the printed address is the IPv4 one, so nothing is missed.
  }
  return boundPort;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
