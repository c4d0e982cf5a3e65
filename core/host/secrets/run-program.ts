import { spawn } from 'node:child_process';

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program with `input` on its standard input, where other users of the machine cannot see it as they see arguments. */
export type RunProgram = (program: string, args: readonly string[], input: string) => Promise<ProgramResult>;

const limitMs = 30_000;

/** Runs a program for at most 30 seconds. A program that is missing has exit code 127. Does not reject. */
export function runProgram(program: string, args: readonly string[], input: string): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: limitMs });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stdin.on('error', () => undefined); // The program ended without reading; its exit code tells.
    child.on('error', () => resolve({ exitCode: 127, output: '' }));
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
    child.stdin.end(input);
  });
}
