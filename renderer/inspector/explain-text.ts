import { notSet } from '#core/frame/frame-layout.ts';
import type { DateStep } from '#core/plan/explanation.ts';
import { fromGrains } from '#core/base/quantity.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { ExplanationRow } from './explanation-rows.ts';
import type { FrameReader } from './frame-reader.ts';

/** A term in plain words, with the dates, orders and places it is about. Does not throw. */
export function explainTerm(row: ExplanationRow, decimals: number, reader: FrameReader): string {
  const { facts } = row;
  const values = {
    through: dayOf(facts['through']),
    day: dayOf(facts['day']),
    order: String(facts['order'] ?? ''),
    place: placeOf(Number(facts['node'] ?? notSet), reader),
    days: Number(facts['days'] ?? 0),
    target: percent(Number(facts['serviceTarget'] ?? 0)),
    share: percent(Number(facts['share'] ?? 0)),
    maximum: formatFigure(fromGrains(Number(facts['maximum'] ?? 0), decimals), decimals),
  };
  if (row.code === 'lotRule' && 'share' in facts) return text('explain.lotShare', values);
  return row.depth === 0 ? text(`explain.${row.code}`, values) : text(`explain.part.${row.code}`, values);
}

/** A step on the way from the day of need to the receipt, in plain words. Does not throw. */
export function explainDateStep(step: DateStep): string {
  const days = Number(step.facts['days'] ?? 0);
  const lateDays = Number(step.facts['lateDays'] ?? 0);
  if (step.code === 'receipt' && lateDays > 0) return text('explain.date.receiptLate', { lateDays });
  if (step.code === 'leadTime' && step.facts['working'] === 1) return text('explain.date.leadTimeWorking', { days });
  return text(`explain.date.${step.code}`, { days });
}

function dayOf(fact: string | number | undefined): string {
  return typeof fact === 'number' ? formatShortDay(fact) : '';
}

function placeOf(node: number, reader: FrameReader): string {
  if (node === notSet) return '';
  const { frame } = reader;
  return text('explain.place', {
    item: reader.itemId(frame.nodeItem[node] ?? notSet),
    site: reader.siteId(frame.nodeSite[node] ?? notSet),
  });
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
