import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePackage } from '#core/backend/package/write-package.ts';
import { parseDay } from '#core/base/calendar-day.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import type { Command } from '#core/host/command.ts';
import { requiredOption, wholeOption } from './package-options.ts';

/** Writes the demo company as a package, with the list of what is wrong in it on purpose. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'Writes the demo company as a planning package, in any size.',
  usage: '--out DIR [--item-locations N] [--seed N] [--plan-date DATE] [--history-weeks N]',
  options: {
    out: { type: 'string' },
    'item-locations': { type: 'string' },
    seed: { type: 'string' },
    'plan-date': { type: 'string' },
    'history-weeks': { type: 'string' },
  },
  async run(values) {
    const out = requiredOption(values, 'out', 'DIR');
    const planDate = values['plan-date'];
    const company = createDemoCompany({
      seed: wholeOption(values, 'seed', 1),
      itemLocations: wholeOption(values, 'item-locations', 1500, 10),
      planDay: typeof planDate === 'string' ? parseDay(planDate) : parseDay('2026-01-05'),
      historyWeeks: wholeOption(values, 'history-weeks', 104, 1),
    });
    await writePackage(company, out);
    const problems = company.plantedProblems;
    await writeFile(join(out, '..', `${out.split('/').at(-1)}-planted-problems.json`), `${JSON.stringify(problems, null, 2)}\n`);
    return { exitCode: 0, result: { out, plantedProblems: problems.length }, text: `The demo company is written to ${out}` };
  },
};
