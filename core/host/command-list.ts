import type { Command } from './command.ts';

/** Every command of the command line, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [];
