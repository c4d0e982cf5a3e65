import { backtestCommand } from './commands/backtest.ts';
import { checkCommand } from './commands/check.ts';
import { convertWholesalerCommand } from './commands/convert-wholesaler.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { forecastCommand } from './commands/forecast.ts';
import { importCommand } from './commands/import.ts';
import { planCommand } from './commands/plan.ts';
import { pullCommand } from './commands/pull.ts';
import { pushCommand } from './commands/push.ts';
import { sandboxErpCommand } from './commands/sandbox-erp.ts';
import { createServeCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { openBackend } from './open-backend.ts';
import type { Command } from './command.ts';

/** Every command of the command line, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [
  importCommand,
  exportCommand,
  checkCommand,
  planCommand,
  forecastCommand,
  simulateCommand,
  backtestCommand,
  demoCommand,
  convertWholesalerCommand,
  createServeCommand(openBackend),
  sandboxErpCommand,
  pullCommand,
  pushCommand,
];
