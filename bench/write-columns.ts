import { closeSync, openSync, writeSync } from 'node:fs';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { frameLayout, type Frame, type FrameViews } from '#core/frame/frame-layout.ts';

type Column = FrameViews[keyof FrameViews];

const nameBytes = 48;

/**
 * Writes the columns of a frame and its forecast, without the demand series, into one flat file that `netting.c` reads:
 * the number of columns, then for each its name, element size, length and bytes, padded to 8.
 */
export function writeColumns(path: string, frame: Frame, forecast: ForecastViews): void {
  const { planDay, horizonDays, calendarFirstDay, calendarSpan, nodes, networks } = frame.meta;
  const columns: Record<string, Column> = {
    meta: Int32Array.of(planDay, horizonDays, calendarFirstDay, calendarSpan, nodes, networks),
    forecastLevel: forecast.forecastLevel,
    forecastSd: forecast.forecastSd,
    forecastShaped: forecast.forecastShaped,
    forecastWeekly: forecast.forecastWeekly,
    forecastFactor: forecast.forecastFactor,
  };
  const names = Object.keys(frameLayout) as (keyof FrameViews)[]; // keys of a const object
  for (const name of names) {
    if (name !== 'historyQty') columns[name] = frame[name];
  }
  const file = openSync(path, 'w');
  try {
    writeSync(file, BigUint64Array.of(BigInt(Object.keys(columns).length)));
    for (const [name, column] of Object.entries(columns)) writeColumn(file, name, column);
  } finally {
    closeSync(file);
  }
}

function writeColumn(file: number, name: string, column: Column): void {
  const header = Buffer.alloc(nameBytes + 16);
  header.write(name, 'latin1');
  header.writeUInt32LE(column.BYTES_PER_ELEMENT, nameBytes);
  header.writeBigUInt64LE(BigInt(column.length), nameBytes + 8);
  writeSync(file, header);
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
  writeSync(file, Buffer.alloc((8 - (bytes.length % 8)) % 8));
}
