import { describe, expect, it } from 'vitest';
import type { OrderLine } from '#core/model/scenario/scenario-record.ts';
import { checkApproval } from './check-approval.ts';

const line: OrderLine = {
  kind: 'buy',
  itemId: 'A',
  siteId: 'HUB',
  sourceId: 'S1',
  orderDay: 100,
  shipDay: 100,
  receiptDay: 110,
  qty: 480,
};

function rulesBroken(lines: readonly OrderLine[], planned: readonly OrderLine[]): string[] {
  return checkApproval(lines, planned).map((objection) => objection.rule);
}

describe('checkApproval', () => {
  it('GOV-4 accepts what the plan holds and nothing else', () => {
    expect(rulesBroken([], [])).toEqual([]);
    expect(rulesBroken([line], [line])).toEqual([]);
    expect(rulesBroken([{ ...line, qty: 481 }], [line])).toEqual(['GOV-4']);
    expect(rulesBroken([{ ...line, receiptDay: 111 }], [line])).toEqual(['GOV-4']);
  });

  it('GOV-6 refuses a quantity of zero', () => {
    expect(rulesBroken([{ ...line, qty: 0 }], [{ ...line, qty: 0 }])).toEqual(['GOV-6']);
  });

  it('GOV-7 refuses a line named twice, unless the plan holds it twice', () => {
    expect(rulesBroken([line, line], [line])).toEqual(['GOV-7']);
    expect(rulesBroken([line, line], [line, line])).toEqual([]);
  });
});
