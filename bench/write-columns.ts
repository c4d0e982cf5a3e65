import { closeSync, openSync, writeSync } from 'node:fs';
import type { ForecastViews } from '#core/demand/forecast-nodes.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { cutNetworks } from '#workers/network-blocks.ts';

const nameBytes = 48;

/**
 * Writes the columns of a frame and its forecast, and the blocks the workers take, into one flat file that
 * `netting.c` reads: the number of columns, then for each its name, element size, length and bytes, padded to 8.
 */
export function writeColumns(path: string, frame: Frame, forecast: ForecastViews): void {
  const { planDay, horizonDays, calendarFirstDay, calendarSpan, nodes, networks } = frame.meta;
  const columns: Record<string, ArrayBufferView & { readonly length: number }> = {
    meta: Int32Array.of(planDay, horizonDays, calendarFirstDay, calendarSpan, nodes, networks),
    blockStart: cutNetworks(frame),
    forecastLevel: forecast.forecastLevel,
    forecastSd: forecast.forecastSd,
  };
  for (const [name, column] of Object.entries(frame)) {
    if (ArrayBuffer.isView(column) && name !== 'historyQty') columns[name] = column;
  }
  const file = openSync(path, 'w');
  try {
    writeSync(file, BigUint64Array.of(BigInt(Object.keys(columns).length)));
    for (const [name, column] of Object.entries(columns)) writeColumn(file, name, column);
  } finally {
    closeSync(file);
  }
}

function writeColumn(file: number, name: string, column: ArrayBufferView & { readonly length: number }): void {
  const header = Buffer.alloc(nameBytes + 16);
  header.write(name, 'latin1');
  header.writeUInt32LE(column.length === 0 ? elementBytes(column) : column.byteLength / column.length, nameBytes);
  header.writeBigUInt64LE(BigInt(column.length), nameBytes + 8);
  writeSync(file, header);
  // A write takes views of shared memory only as a copy.
  const bytes = Buffer.from(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
  writeSync(file, Buffer.alloc((8 - (bytes.length % 8)) % 8));
}

function elementBytes(column: ArrayBufferView): number {
  return 'BYTES_PER_ELEMENT' in column ? Number(column.BYTES_PER_ELEMENT) : 1;
}
