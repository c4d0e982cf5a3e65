import type { Command } from '#core/host/command.ts';
import { requiredOption } from './package-options.ts';
import { finish, openSync } from './sync-options.ts';

/** Sends the approved lines of a store to the ERP, each exactly once. */
export const pushCommand: Command = {
  name: 'push',
  summary: 'Sends approved lines to the ERP as drafts, each exactly once.',
  usage: '--db FILE --connection FILE [--dry-run]',
  options: { db: { type: 'string' }, connection: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(values, context) {
    const opened = await openSync(requiredOption(values, 'db', 'FILE'), requiredOption(values, 'connection', 'FILE'), context);
    try {
      if (values['dry-run'] === true) {
        const lines = opened.outbox.linesIn(['sending', 'queued']).map(({ id, order, state }) => ({ id, state, ...order }));
        const text = lines.map(({ kind, itemId, siteId, qty }) => `${kind} ${qty} of ${itemId} for ${siteId}`);
        return { exitCode: 0, result: { lines }, text: [`${lines.length} lines would be sent`, ...text].join('\n') };
      }
      const counts = await finish(opened.sync.push(context.signal), context.note);
      const { acknowledged = 0, rejected = 0, conflict = 0 } = counts;
      return {
        exitCode: rejected + conflict > 0 ? 1 : 0,
        result: { acknowledged, rejected, conflict },
        text: `${acknowledged} acknowledged, ${rejected} rejected, ${conflict} in conflict`,
      };
    } finally {
      opened.close();
    }
  },
};
