import { notSet } from '#core/frame/frame-layout.ts';
import type { DateStep } from './explanation.ts';
import type { NodeWork } from './node-work.ts';

/** How the dates of a proposed line came about, from the day of need to the receipt (PLN-7, PLN-8). Does not throw. */
export function explainDates(work: NodeWork, row: number, needDay: number): readonly DateStep[] {
  const { frame, node, planDay } = work;
  const { orderLane, orderDay, orderReceiptDay } = work.orderLines.views;
  const lane = orderLane[row] ?? notSet;
  const placedOn = orderDay[row] ?? 0;
  const receiptDay = orderReceiptDay[row] ?? 0;
  const leadTimeDays = frame.laneLeadTimeDays[lane] ?? 0;
  const inWorkingDays = frame.laneWorkingDays[lane] === 1;
  const site = frame.nodeSite[node] ?? 0;
  const safetyLeadDays = frame.nodeSafetyLeadTimeDays[node] ?? 0;
  const wanted = needDay - safetyLeadDays;
  const start = inWorkingDays
    ? work.calendars.subtractOpenDays(frame.siteCalendar[site] ?? 0, wanted, leadTimeDays)
    : wanted - leadTimeDays;
  const fenceDays = frame.nodeFenceDays[node] ?? 0;
  const steps: DateStep[] = [{ code: 'needed', day: needDay, facts: {} }];
  if (safetyLeadDays > 0) steps.push({ code: 'safetyLeadTime', day: wanted, facts: { days: safetyLeadDays } });
  steps.push({ code: 'leadTime', day: start, facts: { days: leadTimeDays, working: inWorkingDays ? 1 : 0 } });
  if (placedOn < start) steps.push({ code: 'movedToOpenDay', day: placedOn, facts: {} });
  if (placedOn > start && start >= planDay && fenceDays > 0) {
    steps.push({ code: 'insideFence', day: placedOn, facts: { days: fenceDays } });
  } else if (placedOn > start) {
    steps.push({ code: 'notBeforePlanDay', day: placedOn, facts: {} });
  }
  steps.push({ code: 'receipt', day: receiptDay, facts: { lateDays: Math.max(0, receiptDay - needDay) } });
  return steps;
}
