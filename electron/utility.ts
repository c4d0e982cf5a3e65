import { lineLog } from '#core/host/line-log.ts';
import { openBackend } from '#core/host/open-backend.ts';
import { startBackendProcess } from './backend-process.ts';

startBackendProcess(
  process.parentPort,
  openBackend,
  lineLog((line) => void process.stderr.write(`${line}\n`)),
);
