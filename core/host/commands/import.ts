import { basename, resolve } from 'node:path';
import { openPackage } from '#core/backend/package/open-package.ts';
import { storedForecast } from '#core/backend/forecast/stored-forecast.ts';
import { storedReceipts } from '#core/backend/forecast/stored-receipts.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Command } from '#core/host/command.ts';
import { formatFinding } from '#core/model/package/finding.ts';
import { noteForecast } from './note-forecast.ts';
import { requiredOption } from './package-options.ts';

/** Takes a package into a store, whole or not at all. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Takes a planning package into a store, whole or not at all.',
  usage: '--package DIR --db FILE',
  options: { package: { type: 'string' }, db: { type: 'string' } },
  async run(values, { note, signal }) {
    const path = requiredOption(values, 'package', 'DIR');
    const file = requiredOption(values, 'db', 'FILE');
    const opened = await openPackage(path);
    const store = createCacheStore(file, { buildFrame });
    try {
      const asOf = new Date().toISOString();
      const version = await store.replaceAll(
        opened,
        { source: 'package', sourceName: basename(resolve(path)), asOf },
        async () => {
          await opened.readRest();
          opened.refuseErrors();
        },
      );
      for (const warning of opened.findings.warnings) note(`warning ${formatFinding(warning)}`);
      // Made now, so that the workstation opens at once.
      const { frame } = await storedForecast(store, { signal, onProgress: noteForecast(note) });
      await storedReceipts(store, frame);
      const { rows } = store.status();
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      return { exitCode: 0, result: { version, rows }, text: `${total} rows are in ${file} as dataset version ${version}` };
    } finally {
      store.close();
      opened.close();
    }
  },
};
