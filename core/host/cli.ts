import { commands } from './command-list.ts';
import { runCommandLine } from './run-command-line.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort());
}

const exitCode = await runCommandLine(process.argv.slice(2), commands, {
  print: (text) => void process.stdout.write(text),
  note: (line) => void process.stderr.write(`${line}\n`),
  signal: stop.signal,
  environment: process.env,
});

// What is still open then is a leak, not work: every command has awaited its own. Output is flushed before the end.
process.stdout.write('', () => process.exit(exitCode));
