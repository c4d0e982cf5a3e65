import { fromGrains } from '#core/base/quantity.ts';
import type { NodeWork } from './node-work.ts';

/** Appends an exception of the node in work; `dayOffset` counts from the plan day. Does not throw. */
export function addException(
  work: NodeWork,
  kind: number,
  dayOffset: number,
  grains: number,
  unitValue: number,
  severity: number,
  subject: number,
): void {
  addExceptionOn(work, kind, work.planDay + dayOffset, grains, unitValue, severity, subject);
}

/** Like `addException` for a calendar day. `unitValue` is money per stock unit, `subject` a row or notSet. Does not throw. */
export function addExceptionOn(
  work: NodeWork,
  kind: number,
  day: number,
  grains: number,
  unitValue: number,
  severity: number,
  subject: number,
): void {
  const { frame, node, exceptions } = work;
  const row = exceptions.append();
  const columns = exceptions.views;
  columns.exceptionNode[row] = node;
  columns.exceptionKind[row] = kind;
  columns.exceptionDay[row] = day;
  columns.exceptionQty[row] = grains;
  columns.exceptionValue[row] = fromGrains(grains, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0) * unitValue;
  columns.exceptionSeverity[row] = severity;
  columns.exceptionSubject[row] = subject;
  columns.exceptionDays[row] = 0;
}
