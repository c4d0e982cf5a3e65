import { join } from 'node:path';
import type { BackendOpener } from '#core/host/backend-opener.ts';
import type { Command } from '#core/host/command.ts';
import { lineLog } from '#core/host/line-log.ts';
import { startLoopbackServer } from '#core/host/loopback-server.ts';
import { openBrowser } from '#core/host/open-browser.ts';
import { openSecrets } from '#core/host/secrets/open-secrets.ts';
import { productFolder } from '#core/host/product-folder.ts';
import { UsageError } from '#core/host/usage-error.ts';

/** The workstation in a browser on this machine only, until Ctrl+C. */
export function createServeCommand(
  openBackend: BackendOpener,
  rendererDirectory = join(productFolder(), 'dist', 'renderer'),
): Command {
  return {
    name: 'serve',
    summary: 'Runs the workstation in a browser on this machine only.',
    usage: '[--port N] [--db FILE] [--demo] [--open]',
    options: { port: { type: 'string' }, db: { type: 'string' }, demo: { type: 'boolean' }, open: { type: 'boolean' } },
    async run(values, { note, announce, signal, environment }) {
      const port = portOf(values['port']);
      const db = typeof values['db'] === 'string' ? values['db'] : undefined;
      const log = lineLog(note);
      const backend = await openBackend({
        db,
        demo: values['demo'] === true,
        host: 'loopback',
        log,
        secrets: await openSecrets(log),
      });
      try {
        const server = await startLoopbackServer({ backend, rendererDirectory, port, log });
        announce({ result: { url: server.url, port: server.port }, text: `Stockwright is open at ${server.url}` });
        if (values['open'] === true) openBrowser(server.url, environment);
        await abortOf(signal);
        await server.close();
      } finally {
        await backend.close();
      }
      return { exitCode: 0, result: {}, text: '' };
    },
  };
}

function portOf(value: string | boolean | undefined): number {
  if (value === undefined) return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, not ${String(value)}.`);
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
