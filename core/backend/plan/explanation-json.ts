import { formatDay } from '#core/base/calendar-day.ts';
import { formatGrains } from '#core/base/quantity.ts';
import type { Explanation, ExplanationTerm } from '#core/plan/explanation.ts';

interface WrittenTerm {
  readonly code: string;
  /** Signed stock units as a decimal, exact. */
  readonly qty: string;
  readonly facts: ExplanationTerm['facts'];
  readonly terms: readonly WrittenTerm[];
}

/** An explanation as one line of explain.jsonl: exact decimals and ISO dates; the terms add up to `qty`. */
export function explanationJson(orderId: string, explanation: Explanation): string {
  const { decimals } = explanation;
  function written(term: ExplanationTerm): WrittenTerm {
    return {
      code: term.code,
      qty: formatGrains(term.grains, decimals),
      facts: datesIn(term.facts),
      terms: term.children.map(written),
    };
  }
  return `${JSON.stringify({
    order_id: orderId,
    qty: formatGrains(explanation.grains, decimals),
    need_date: formatDay(explanation.needDay),
    terms: explanation.terms.map(written),
    dates: explanation.dates.map((step) => ({ code: step.code, date: formatDay(step.day), facts: datesIn(step.facts) })),
  })}\n`;
}

/** Facts named `day` or `…Day` are calendar days. */
function datesIn(facts: ExplanationTerm['facts']): ExplanationTerm['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' && /(^day|Day)$/.test(name) ? formatDay(value) : value,
    ]),
  );
}
