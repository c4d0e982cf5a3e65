import { formatDay } from '#core/base/calendar-day.ts';
import { formatGrains } from '#core/base/quantity.ts';
import { nodeName, type PlanView } from './plan-tables.ts';
import type { Explanation, ExplanationTerm } from '#core/plan/explanation.ts';

interface WrittenTerm {
  readonly code: string;
  /** Signed stock units as a decimal, exact. */
  readonly qty: string;
  readonly facts: ExplanationTerm['facts'];
  readonly terms: readonly WrittenTerm[];
}

/** An explanation as one line of explain.jsonl: exact decimals and ISO dates; the terms add up to `qty`. Does not throw. */
export function explanationJson(view: PlanView, orderId: string, explanation: Explanation): string {
  const { decimals } = explanation;
  function written(term: ExplanationTerm): WrittenTerm {
    return {
      code: term.code,
      qty: formatGrains(term.grains, decimals),
      facts: writtenFacts(view, term.facts),
      terms: term.children.map(written),
    };
  }
  return `${JSON.stringify({
    order_id: orderId,
    qty: formatGrains(explanation.grains, decimals),
    need_date: formatDay(explanation.needDay),
    terms: explanation.terms.map(written),
    dates: explanation.dates.map((step) => ({
      code: step.code,
      date: formatDay(step.day),
      facts: writtenFacts(view, step.facts),
    })),
    tipping_points: explanation.tippingPoints.map((point) =>
      'grains' in point ? { ...point, grains: undefined, qty: formatGrains(point.grains, decimals) } : point,
    ),
  })}\n`;
}

/** Facts named `day`, `through` or `…Day` are calendar days, `node` is an item-location. */
function writtenFacts(view: PlanView, facts: ExplanationTerm['facts']): ExplanationTerm['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value !== 'number') return [name, value];
      if (name === 'node') return [name, nodeName(view, value)];
      return [name, /^(day|through)$|Day$/.test(name) ? formatDay(value) : value];
    }),
  );
}
