import { parseDay } from '#core/base/calendar-day.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import type { ForecastViews } from '#core/demand/nodes/forecast-columns.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { toShared } from '#core/frame/to-shared.ts';

/** A frame of the demo company, ready to plan, in memory that workers share. */
export interface DemoFrame {
  readonly frame: Frame;
  readonly forecast: ForecastViews;
  /** The same as bytes: what is compared is planned from one forecast. */
  readonly forecastBytes: ArrayBuffer | SharedArrayBuffer;
  /** Bytes of the frame without the demand series. */
  readonly frameBytes: number;
}

/** Half a year of history is enough for a forecast and keeps 500,000 item-locations quick to make. */
const historyWeeks = 26;

export async function createDemoFrame(itemLocations: number, horizonDays = 182): Promise<DemoFrame> {
  const company = createDemoCompany({ seed: 1, itemLocations, planDay: parseDay('2026-01-05'), historyWeeks, horizonDays });
  const bytes = await buildFrame(company, 1);
  const frame = openFrame(toShared(bytes));
  const { views: forecast, buffer: forecastBytes } = forecastFrame(frame);
  return { frame, forecast, forecastBytes, frameBytes: bytes.byteLength - frame.historyQty.byteLength };
}
