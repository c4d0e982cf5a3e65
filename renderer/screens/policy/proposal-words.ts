import { usageClasses } from '#core/frame/usage-classes.ts';
import type { Proposal } from '#core/insight/parameters/proposal-at.ts';
import { proposalFigures, type ProposalField } from '#core/insight/parameters/proposal-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';

/** A value of a parameter as people write it; what is not set is empty. */
export function parameterText(field: ProposalField, value: number, node: number, reader: FrameReader): string {
  if (!Number.isFinite(value)) return '';
  switch (field) {
    case 'service_target':
      return formatShare(value, 2);
    case 'lead_time_days':
    case 'safety_days':
      return text('policy.days', { days: formatFigure(value, 1) });
    case 'lead_time_sd':
      return text('policy.days', { days: formatFigure(value, 2) });
    default:
      return value === 0 ? '0' : formatFigure(value, reader.decimalsOf(node));
  }
}

type FigureName = (typeof proposalFigures)[keyof typeof proposalFigures][number];

const shares: ReadonlySet<string> = new Set<FigureName>(['serviceTarget', 'norm', 'classFillRate', 'holdingRate']);
const money: ReadonlySet<string> = new Set<FigureName>([
  'classStockBefore',
  'classStockAfter',
  'orderCost',
  'unitPrice',
  'saving',
]);

/** What a proposal rests on, as names and values. */
export function evidenceOf(
  proposal: Proposal,
  reader: FrameReader,
): readonly { readonly name: string; readonly value: string }[] {
  const { node } = proposal;
  const shown = proposalFigures[proposal.kind].flatMap((name: FigureName) => {
    const value = proposal.figures[name] ?? NaN;
    return Number.isFinite(value) ? [{ name: text(`policy.figure.${name}`), value: figureText(name, value, node, reader) }] : [];
  });
  return [
    ...shown,
    ...(proposal.receipts > 0 ? [{ name: text('policy.receipts'), value: formatFigure(proposal.receipts) }] : []),
    ...(proposal.weeks > 0 ? [{ name: text('policy.weeks'), value: formatFigure(proposal.weeks) }] : []),
    { name: text('policy.confidence'), value: formatShare(proposal.confidence, 0) },
  ];
}

function figureText(name: FigureName, value: number, node: number, reader: FrameReader): string {
  if (name === 'usageClass') return usageClasses[value] ?? '';
  if (shares.has(name)) return formatShare(value);
  if (money.has(name)) return `${formatFigure(value)} ${reader.currencyOf(node)}`;
  return formatFigure(value, 2);
}
