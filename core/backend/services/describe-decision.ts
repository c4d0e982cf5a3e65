import type { DecisionEntry } from '#core/govern/decision-log.ts';

/** What a reader of the log sees of an entry: its facts in one line. The kinds are named in the catalogue. */
export function describeDecision(entry: DecisionEntry): string {
  const body = JSON.parse(entry.body) as { readonly lines?: readonly DecisionLine[]; readonly reason?: string }; // written by this program
  const lines = (body.lines ?? []).map((line) => `${line.itemId} → ${line.siteId}: ${line.qty}`);
  const shown = lines.slice(0, 3).join(' · ');
  const more = lines.length > 3 ? ` · +${lines.length - 3}` : '';
  return [shown + more, body.reason].filter(Boolean).join(' — ');
}

interface DecisionLine {
  readonly itemId: string;
  readonly siteId: string;
  readonly qty: number;
}
