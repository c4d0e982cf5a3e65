import { existsSync } from 'node:fs';
import { AppError } from '#core/base/app-error.ts';
import { writePackage } from '#core/backend/package/write-package.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Command } from '#core/host/command.ts';
import { requiredOption } from './package-options.ts';

/** Writes the dataset of a store as a package. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes the dataset of a store as a planning package.',
  usage: '--db FILE --package DIR',
  options: { package: { type: 'string' }, db: { type: 'string' } },
  async run(values) {
    const file = requiredOption(values, 'db', 'FILE');
    const path = requiredOption(values, 'package', 'DIR');
    if (!existsSync(file)) throw new AppError('input.notFound', `There is no store at ${file}. Import a package into it first.`);
    const store = createCacheStore(file, { buildFrame });
    try {
      const { version, rows } = store.status();
      if (version === 0) throw new AppError('data.missing', `${file} holds no data yet. Import a package into it first.`);
      await writePackage(store.source(), path);
      return { exitCode: 0, result: { version, rows }, text: `Dataset version ${version} is written to ${path}` };
    } finally {
      store.close();
    }
  },
};
