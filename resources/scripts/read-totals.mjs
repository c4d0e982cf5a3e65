import { existsSync, readFileSync } from 'node:fs';

/** Reads the totals of a vitest report. A file of tests that could not even be loaded counts as one failure. */
export function readUnitTotals(path) {
  const report = readReport(path);
  if (report === undefined) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

/** Reads the totals of a Playwright report. A flaky test failed once, so it counts as failed. */
export function readBrowserTotals(path) {
  const report = readReport(path);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
