import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './record-store.ts';

/** Keeps what was committed, so that the company is as it was after a restart (SBX-10). */
export interface Journal {
  readonly changes: readonly Change[];
  /** Returns when the changes are on the disk. */
  append(changes: readonly Change[]): void;
  close(): void;
}

/** Opens the journal of a folder; a last line that a crash cut off is dropped. Without a folder nothing is kept. */
export function openJournal(folder: string | undefined): Journal {
  if (folder === undefined) return { changes: [], append: () => undefined, close: () => undefined };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'journal.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const changes = whole
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => JSON.parse(line) as Change[]); // written by append
  const file = openSync(path, 'a');
  return {
    changes,
    append(committed) {
      if (committed.length === 0) return;
      appendFileSync(file, `${JSON.stringify(committed)}\n`);
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
