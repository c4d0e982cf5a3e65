import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { AppError } from '#core/base/app-error.ts';
import { viewPlan } from '#core/backend/plan/plan-tables.ts';
import { withPlan } from '#core/backend/plan/run-plan.ts';
import { summarisePlan } from '#core/backend/plan/summarise-plan.ts';
import { writePlanFiles } from '#core/backend/plan/write-plan-files.ts';
import { scenarioChange } from '#core/contract/schemas.ts';
import type { Command } from '#core/host/command.ts';
import { foldScenario } from '#core/model/scenario/fold-scenario.ts';
import { composeChanges } from '#core/plan/compose-changes.ts';
import { noChanges, type PlanChanges } from '#core/plan/plan-changes.ts';
import { noteForecast } from './note-forecast.ts';
import { requiredOption, wholeOption } from './package-options.ts';
import { planInputOf } from './plan-input.ts';

const scenarioFile = z.object({ changes: z.array(scenarioChange) });

/** Plans a package or a store and writes the files of the plan. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'Plans a package or a store and writes orders, exceptions, proposals, figures and explanations.',
  usage: '(--package DIR | --db FILE) --out DIR [--scenario FILE] [--threads N] [--projection]',
  options: {
    package: { type: 'string' },
    db: { type: 'string' },
    out: { type: 'string' },
    scenario: { type: 'string' },
    threads: { type: 'string' },
    projection: { type: 'boolean' },
  },
  async run(values, { note, signal }) {
    const out = requiredOption(values, 'out', 'DIR');
    const threads = wholeOption(values, 'threads', 0, 1);
    const changes = typeof values['scenario'] === 'string' ? await readScenario(values['scenario']) : noChanges;
    const started = performance.now();
    const input = await planInputOf(values);
    const loadMs = performance.now() - started;
    return withPlan(input, changes, { signal, onForecast: noteForecast(note), ...(threads > 0 && { threads }) }, async (run) => {
      const view = viewPlan(run.frame, run.result);
      const planned = performance.now();
      await writePlanFiles(out, view, run, values['projection'] === true);
      const result = {
        ...summarisePlan(view),
        load_ms: Math.round(loadMs),
        forecast_ms: Math.round(run.times.forecastMs),
        plan_ms: Math.round(run.times.planMs),
        write_ms: Math.round(performance.now() - planned),
        peak_memory_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
      note(`plan written to ${out}`);
      return { exitCode: 0, result, text: textOf(result) };
    });
  },
};

async function readScenario(path: string): Promise<PlanChanges> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('input.notFound', `The scenario ${path} cannot be read. Check the path.`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('input.invalid', `${path} is no JSON. Write {"changes": [...]} as the documentation shows.`, { cause });
  }
  const parsed = scenarioFile.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new AppError('input.invalid', `${path}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'not a scenario'}.`, {
      data: { issues: parsed.error.issues },
    });
  }
  return composeChanges(foldScenario(parsed.data.changes), []);
}

function textOf(result: Readonly<Record<string, unknown>>): string {
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(16)} ${typeof value === 'number' ? value : JSON.stringify(value)}`)
    .join('\n');
}
