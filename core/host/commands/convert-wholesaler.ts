import { convertWholesaler } from '#core/backend/convert/convert-wholesaler.ts';
import { writePackage } from '#core/backend/package/write-package.ts';
import { parseDay } from '#core/base/calendar-day.ts';
import type { Command } from '#core/host/command.ts';
import { requiredOption, wholeOption } from './package-options.ts';

/** Turns a real wholesaler's sales and real supplier deliveries into a package. */
export const convertWholesalerCommand: Command = {
  name: 'convert-wholesaler',
  summary: 'Turns the Online Retail II sales and the SCMS deliveries into a planning package.',
  usage: '--retail DIR --deliveries DIR --out DIR [--plan-date DATE] [--seed N]',
  options: {
    retail: { type: 'string' },
    deliveries: { type: 'string' },
    out: { type: 'string' },
    'plan-date': { type: 'string' },
    seed: { type: 'string' },
  },
  async run(values) {
    const planDate = values['plan-date'];
    const { source, report } = await convertWholesaler({
      retailFolder: requiredOption(values, 'retail', 'DIR'),
      deliveriesFolder: requiredOption(values, 'deliveries', 'DIR'),
      seed: wholeOption(values, 'seed', 1),
      ...(typeof planDate === 'string' && { planDay: parseDay(planDate) }),
    });
    const out = requiredOption(values, 'out', 'DIR');
    await writePackage(source, out);
    const lines = Object.entries(report).map(
      ([name, value]) => `${name.padEnd(18)} ${Array.isArray(value) ? value.join('; ') : String(value)}`,
    );
    return { exitCode: 0, result: { out, ...report }, text: [`Written to ${out}`, ...lines].join('\n') };
  },
};
