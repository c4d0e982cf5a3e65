import type { ParseArgsConfig } from 'node:util';

/** What a command may use of its surroundings. */
export interface CommandContext {
  /** Progress and log lines, to standard error. */
  note(line: string): void;
  /**
   * Prints the result while the command goes on, such as the address of a server. What the command returns in the end
   * is then not printed again, so that `--json` prints exactly one object.
   */
  announce(outcome: Pick<CommandOutcome, 'result' | 'text'>): void;
  /** Aborted on Ctrl+C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * 0 done, 1 a problem with the data was found. Other failures are thrown and mapped by `exitCodeOf`;
 * a missing or contradictory option is a `UsageError`.
 */
export interface CommandOutcome {
  readonly exitCode: 0 | 1;
  /** What `--json` prints, as one object. */
  readonly result: Readonly<Record<string, unknown>>;
  /** What is printed without `--json`. */
  readonly text: string;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed after a command's name, by option. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** One command of the command line. `--json` and `--help` are handled for all of them. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The line after the command's name, such as `--package DIR --db FILE`. */
  readonly usage: string;
  readonly options: Options;
  run(values: OptionValues, context: CommandContext): Promise<CommandOutcome>;
}
