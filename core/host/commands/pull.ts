import type { Command } from '#core/host/command.ts';
import { requiredOption } from './package-options.ts';
import { finish, openSync } from './sync-options.ts';

/** Brings the ERP's records into a store, whole or not at all. */
export const pullCommand: Command = {
  name: 'pull',
  summary: "Brings the ERP's records into a store, whole or not at all, and reconciles the outbox.",
  usage: '--db FILE --connection FILE',
  options: { db: { type: 'string' }, connection: { type: 'string' } },
  async run(values, context) {
    const opened = await openSync(requiredOption(values, 'db', 'FILE'), requiredOption(values, 'connection', 'FILE'), context);
    try {
      const rows = await finish(opened.sync.pull(context.signal), context.note);
      const text = Object.entries(rows).map(([name, count]) => `${count} ${name}`);
      return { exitCode: 0, result: { rows }, text: text.join('\n') };
    } finally {
      opened.close();
    }
  },
};
