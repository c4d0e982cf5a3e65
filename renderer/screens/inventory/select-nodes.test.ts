import { beforeAll, describe, expect, it } from 'vitest';
import { exceptionKinds } from '#core/plan/plan-result.ts';
import { exceptionsOf } from '#renderer/inspector/node-facts.ts';
import { firstPlace } from '#renderer/stores/desk-place.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import { plannedCompany } from '#renderer/stores/testing/planned-company.ts';
import { selectNodes } from './select-nodes.ts';

let planned: Planned;

beforeAll(async () => {
  planned = await plannedCompany(1000);
});

describe('the item-locations to look at', () => {
  it('DSK-8 open on what has an exception for today or this week, and count the rest', () => {
    const { rows, hidden } = selectNodes(planned, firstPlace);
    expect([...rows].every((node) => exceptionsOf(planned.result, node).some(({ severity }) => severity >= 2))).toBe(true);
    expect(rows.length + hidden).toBe(planned.frame.meta.nodes);
  });

  it.each(exceptionKinds.filter((kind) => kind !== 'no_source' && kind !== 'short_after_change'))(
    'DSK-13 asked for %s show each of them, the gravest first, then the most money',
    (kind) => {
      const { rows } = selectNodes(planned, { ...firstPlace, filters: { exception: kind } });
      const ranks = [...rows].map((node) => {
        const asked = exceptionsOf(planned.result, node).filter((exception) => exception.kind === kind);
        const severity = Math.max(...asked.map((exception) => exception.severity));
        return { severity, value: asked.reduce((sum, exception) => sum + exception.value, 0) };
      });
      expect(ranks.length).toBeGreaterThan(0);
      expect(ranks).toEqual([...ranks].sort((a, b) => b.severity - a.severity || b.value - a.value));
    },
  );
});
