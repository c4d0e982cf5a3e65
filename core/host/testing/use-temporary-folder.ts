import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * Runs before every file of tests: what they and the processes they start write to the temporary folder goes with them.
 */
const folder = mkdtempSync(join(tmpdir(), 'stockwright-test-'));
process.env['TMPDIR'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
