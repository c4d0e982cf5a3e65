import { IntlMessageFormat } from 'intl-messageformat';
import { formatDay } from '#core/base/calendar-day.ts';
import { formatGrains } from '#core/base/quantity.ts';
import { notSet } from '#core/frame/frame-layout.ts';
import { textAt } from '#core/frame/text-columns.ts';
import { exceptionKinds, type ExceptionKind } from '#core/plan/plan-result.ts';
import sentences from '#resources/locales/exceptions.en.json' with { type: 'json' };
import type { PlanView } from './plan-tables.ts';

const formats = new Map<ExceptionKind, IntlMessageFormat>();

/** An exception in words, as exceptions.csv shows it. Does not throw. */
export function exceptionText({ frame, result, texts }: PlanView, exception: number): string {
  const kind = exceptionKinds[result.exceptionKind[exception] ?? 0] ?? 'shortage';
  const item = frame.nodeItem[result.exceptionNode[exception] ?? 0] ?? 0;
  const day = result.exceptionDay[exception] ?? notSet;
  const subject = result.exceptionSubject[exception] ?? notSet;
  let format = formats.get(kind);
  if (!format) formats.set(kind, (format = new IntlMessageFormat(sentences[kind], 'en')));
  return String(
    format.format({
      qty: formatGrains(result.exceptionQty[exception] ?? 0, frame.itemDecimals[item] ?? 0),
      uom: texts.uom(item),
      date: day === notSet ? '' : formatDay(day),
      days: result.exceptionDays[exception] ?? 0,
      order: subject === notSet ? '' : textAt({ bytes: frame.supplyOrderBytes, ends: frame.supplyOrderEnds }, subject),
    }),
  ).replace(/ {2,}/g, ' ');
}
