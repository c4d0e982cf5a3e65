import type { OrderLine } from '#core/model/scenario/scenario-record.ts';

/** Why a line may not be approved. */
export interface ApprovalObjection {
  readonly line: OrderLine;
  readonly rule: 'GOV-4' | 'GOV-6' | 'GOV-7';
}

/** What identifies a line exactly: the same item, places, dates and quantity. @example lineKey(line) */
export function lineKey(line: OrderLine): string {
  return JSON.stringify([
    line.kind,
    line.itemId,
    line.siteId,
    line.sourceId,
    line.orderDay,
    line.shipDay,
    line.receiptDay,
    line.qty,
  ]);
}

/**
 * Holds the lines to approve against the plan as computed afresh. Each planned line serves one approved line, so a
 * line cannot be approved twice (GOV-7) unless the plan holds it twice. Does not throw.
 *
 * @example checkApproval([], []) → []
 */
export function checkApproval(lines: readonly OrderLine[], planned: readonly OrderLine[]): ApprovalObjection[] {
  const available = new Map<string, number>();
  for (const line of planned) available.set(lineKey(line), (available.get(lineKey(line)) ?? 0) + 1);
  const approved = new Set<string>();
  const objections: ApprovalObjection[] = [];
  for (const line of lines) {
    const key = lineKey(line);
    const left = available.get(key) ?? 0;
    if (line.qty <= 0) objections.push({ line, rule: 'GOV-6' });
    else if (left > 0) available.set(key, left - 1);
    else objections.push({ line, rule: approved.has(key) ? 'GOV-7' : 'GOV-4' });
    approved.add(key);
  }
  return objections;
}
