import { parseArgs } from 'node:util';
import { isAppError } from '#core/base/app-error.ts';
import type { Command, CommandContext, CommandOutcome, OptionValues } from './command.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { UsageError } from './usage-error.ts';

/** The process around the command line. */
export interface CommandLineSurroundings {
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes one line to standard error. */
  note(line: string): void;
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs one command and returns the exit code. With `--json` exactly one object goes to standard output, whether the
 * command succeeds or fails; everything else goes to standard error. Does not reject.
 *
 * @example await runCommandLine(['check', '--package', 'demo'], commands, surroundings) // 0
 */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  surroundings: CommandLineSurroundings,
): Promise<number> {
  const { print, note } = surroundings;
  const wantsJson = args.includes('--json');
  try {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === 'help') {
      print(listOf(commands));
      return name === undefined ? 2 : 0;
    }
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined) throw new UsageError(`There is no command ${name}. Run with --help for the list of commands.`);
    const values = parse(command, rest);
    if (values['help'] === true) {
      print(helpOf(command));
      return 0;
    }
    return await runCommand(command, values, surroundings, wantsJson);
  } catch (error) {
    const description = describe(error);
    if (wantsJson) print(`${JSON.stringify({ error: description })}\n`);
    note(description.message);
    if (exitCodeOf(error) === 70) note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exitCodeOf(error);
  }
}

async function runCommand(
  command: Command,
  values: OptionValues,
  { print, note, signal, environment }: CommandLineSurroundings,
  wantsJson: boolean,
): Promise<number> {
  let announced = 0;
  const announce = ({ result, text }: Pick<CommandOutcome, 'result' | 'text'>) => {
    announced++;
    print(wantsJson ? `${JSON.stringify(result)}\n` : withNewline(text));
  };
  const context: CommandContext = { note, announce, signal, environment };
  const outcome = await command.run(values, context);
  if (announced === 0) announce(outcome);
  return outcome.exitCode;
}

function parse(command: Command, args: readonly string[]): OptionValues {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    // No option of ours may be given twice, so that no value is a list.
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nUsage: ${command.name} ${command.usage}`, { cause: error });
  }
}

function describe(error: unknown): { readonly code: string; readonly message: string; readonly data?: unknown } {
  if (isAppError(error)) return { code: error.code, message: error.message, data: error.data };
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  return { code: 'internal', message: 'An internal error occurred.' };
}

function listOf(commands: readonly Command[]): string {
  const width = Math.max(0, ...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['Usage: npm run -s cli -- COMMAND [options] [--json]', '', ...lines, '', 'COMMAND --help tells its options.', ''].join(
    '\n',
  );
}

function helpOf({ name, usage, summary }: Command): string {
  return `Usage: ${name} ${usage} [--json]\n\n${summary}\n`;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
