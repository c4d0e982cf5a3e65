import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openPackage } from '#core/backend/package/open-package.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { AppError } from '#core/base/app-error.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Command } from '#core/host/command.ts';
import { startSandboxErp, type SandboxErp } from '#core/sandbox-erp/start-sandbox-erp.ts';
import type { FaultRule } from '#core/sandbox-erp/faults.ts';
import { requiredWhole } from './package-options.ts';

const faultFile = z.array(
  z.object({
    model: z.string().exactOptional(),
    method: z.string().exactOptional(),
    nth: z.number().int().min(1).exactOptional(),
    times: z.number().int().min(1).exactOptional(),
    fault: z.enum(['delay', 'cutBefore', 'cutAfter', 'status', 'serialization', 'half']),
    ms: z.number().min(0).exactOptional(),
    status: z.number().int().min(400).max(599).exactOptional(),
  }),
);

/** A local stand-in that speaks the ERP's protocol, until it is interrupted. */
export const sandboxErpCommand: Command = {
  name: 'sandbox-erp',
  summary: "Runs a local stand-in that speaks the ERP's protocol.",
  usage: '--port N [--package DIR] [--faults FILE]',
  options: { port: { type: 'string' }, package: { type: 'string' }, faults: { type: 'string' } },
  async run(values, { announce, signal }) {
    const port = requiredWhole(values, 'port', 0);
    const faults = typeof values['faults'] === 'string' ? await readFaults(values['faults']) : [];
    const erp = await start(values['package'], port, faults);
    const users = erp.users.map(({ login, secret, kind, expires }) => ({ login, secret, kind, expires }));
    const result = { url: erp.url, database: erp.database, users };
    const text = [
      `${erp.url} database ${erp.database}`,
      ...users.map(({ login, secret, kind }) => `${kind}: ${login} / ${secret}`),
    ].join('\n');
    announce({ result, text });
    if (!signal.aborted) await once(signal, 'abort');
    await erp.close();
    return { exitCode: 0, result, text };
  },
};

async function start(path: string | boolean | undefined, port: number, faults: readonly FaultRule[]): Promise<SandboxErp> {
  const now = (): Date => new Date();
  if (typeof path !== 'string') {
    const source = createDemoCompany({ seed: 1, itemLocations: 10_000, planDay: Math.floor(Date.now() / 86_400_000) });
    return startSandboxErp({ source, port, faults, now });
  }
  // A package is checked in the order of its tables; the stand-in reads them in another, so it reads from a store.
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-erp-'));
  const opened = await openPackage(path);
  const store = createCacheStore(join(folder, 'cache.sqlite'), { buildFrame });
  try {
    await store.replaceAll(opened, { source: 'package', sourceName: path, asOf: now().toISOString() }, async () => {
      await opened.readRest();
      opened.refuseErrors();
    });
    return await startSandboxErp({ source: store.source(), port, faults, now });
  } finally {
    store.close();
    opened.close();
    await rm(folder, { recursive: true });
  }
}

async function readFaults(path: string): Promise<FaultRule[]> {
  try {
    return faultFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new AppError('input.invalid', `${path} is no list of faults; [{"method":"load","fault":"cutAfter"}] is allowed.`, {
      cause,
    });
  }
}
