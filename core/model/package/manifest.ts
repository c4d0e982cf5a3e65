import { formatDay, tryParseDay, type CalendarDay } from '#core/base/calendar-day.ts';
import type { FindingList } from './finding.ts';

/** What `manifest.json` says of a package, read. */
export interface Manifest {
  readonly planDay: CalendarDay;
  readonly horizonDays: number;
  /** The currency in which totals over companies are shown. */
  readonly currency: string;
}

const format = 'planning-package';
const version = 1;
const knownNames = new Set(['format', 'version', 'planDate', 'horizonDays', 'currency', 'timeBucket']);
const defaultHorizonDays = 182;
const mostHorizonDays = 1830;

/**
 * Reads `manifest.json` (PKG-2). What cannot be used is noted in `findings`; the result is then undefined.
 *
 * @example parseManifest('{"format":"planning-package","version":1,"planDate":"2026-01-05"}', findings)?.horizonDays === 182
 */
export function parseManifest(text: string, findings: FindingList): Manifest | undefined {
  const object = readObject(text);
  if (!object) {
    note(
      findings,
      text,
      undefined,
      'this is no JSON object; {"format":"planning-package","version":1,"planDate":"2026-01-05"} is allowed',
    );
    return undefined;
  }
  const { format: foundFormat, version: foundVersion, planDate, horizonDays, currency, timeBucket } = object;
  const errorsBefore = findings.errorCount;
  function refuse(name: string, message: string): void {
    note(findings, text, name, message);
  }
  if (foundFormat !== format) refuse('format', `found ${show(foundFormat)} as "format"; "${format}" is allowed`);
  if (foundVersion !== version) refuse('version', `found ${show(foundVersion)} as "version"; ${version} is allowed`);
  const planDay = typeof planDate === 'string' ? tryParseDay(planDate) : undefined;
  if (planDay === undefined) refuse('planDate', `found ${show(planDate)} as "planDate"; a date such as "2026-01-05" is allowed`);
  const horizon = horizonDays ?? defaultHorizonDays;
  const isHorizon = typeof horizon === 'number' && Number.isInteger(horizon) && horizon >= 1 && horizon <= mostHorizonDays;
  if (!isHorizon)
    refuse('horizonDays', `found ${show(horizonDays)} as "horizonDays"; a whole number from 1 to ${mostHorizonDays} is allowed`);
  if (currency !== undefined && typeof currency !== 'string') {
    refuse('currency', `found ${show(currency)} as "currency"; a text such as "EUR" is allowed`);
  }
  if (timeBucket !== undefined && timeBucket !== 'day') {
    refuse('timeBucket', `found ${show(timeBucket)} as "timeBucket"; "day" is allowed`);
  }
  for (const name of Object.keys(object)) {
    if (!knownNames.has(name)) {
      const place = placeOf(text, name);
      findings.warn('manifest.json', place.line, place.column, `"${name}" is not known and is not read`);
    }
  }
  if (horizonDays === undefined) {
    findings.warn('manifest.json', 1, 1, `"horizonDays" is not there; ${defaultHorizonDays} is taken`);
  }
  if (findings.errorCount > errorsBefore || planDay === undefined || !isHorizon) return undefined;
  return { planDay, horizonDays: horizon, currency: typeof currency === 'string' ? currency : '' };
}

/** Writes `manifest.json`; `parseManifest` reads the same back. Does not throw. */
export function formatManifest(manifest: Manifest): string {
  const { planDay, horizonDays, currency } = manifest;
  return `${JSON.stringify({ format, version, planDate: formatDay(planDay), horizonDays, currency, timeBucket: 'day' }, null, 2)}\n`;
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // the caller notes it with its place
  }
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function note(findings: FindingList, text: string, name: string | undefined, message: string): void {
  const place = name === undefined ? { line: 1, column: 1 } : placeOf(text, name);
  findings.error('manifest.json', place.line, place.column, message);
}

function placeOf(text: string, name: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(`"${name}"`)));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
