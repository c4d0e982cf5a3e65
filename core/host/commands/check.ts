import { openPackage } from '#core/backend/package/open-package.ts';
import type { Command } from '#core/host/command.ts';
import { formatFinding } from '#core/model/package/finding.ts';
import { requiredOption } from './package-options.ts';

/** Reads a package and prints every error and warning; keeps nothing. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Validates a planning package and prints every error and warning.',
  usage: '--package DIR',
  options: { package: { type: 'string' } },
  async run(values) {
    const opened = await openPackage(requiredOption(values, 'package', 'DIR'));
    try {
      await opened.readRest();
      const { errors, warnings, errorCount, warningCount } = opened.findings;
      const more = errorCount > errors.length ? [`… and ${errorCount - errors.length} more errors`] : [];
      const lines = [
        ...errors.map((finding) => `error   ${formatFinding(finding)}`),
        ...more,
        ...warnings.map((finding) => `warning ${formatFinding(finding)}`),
        `${errorCount} errors, ${warningCount} warnings`,
      ];
      return {
        exitCode: errorCount > 0 ? 1 : 0,
        result: { errors, warnings, errorCount, warningCount },
        text: lines.join('\n'),
      };
    } finally {
      opened.close();
    }
  },
};
