import { useEffect, useRef } from 'react';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { formatPrice } from './format-price.ts';
import type { ApprovalSummary } from './approval-summary.ts';

export interface ReviewStripProps {
  readonly summary: ApprovalSummary;
  readonly onApproved: () => void;
  readonly onCancelled: () => void;
}

/** What is about to be approved, in counts and money; Enter approves, Esc goes back to the grid. */
export function ReviewStrip({ summary, onApproved, onCancelled }: ReviewStripProps): React.ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  const { rows, lines, byKind, money, typed, late } = summary;
  const [only] = lines.length === 1 ? lines : [];
  useEffect(() => button.current?.focus(), []);
  const facts = [
    ...[...byKind].map(([kind, count]) => text('replenish.reviewKinds', { count, kind: text(`replenish.kind.${kind}`) })),
    ...(typed > 0 ? [text('replenish.reviewTyped', { count: typed })] : []),
    ...(late > 0 ? [text('replenish.reviewLate', { count: late })] : []),
  ];
  return (
    <section
      className="review-strip"
      aria-label={text('replenish.review')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancelled();
      }}
    >
      <strong>{text('replenish.reviewCount', { count: rows.length })}</strong>
      {only ? (
        <strong>{text('replenish.reviewOne', { item: only.itemId, site: only.siteId, qty: formatFigure(only.qty, 6) })}</strong>
      ) : null}
      <span className="review-money">
        {money.map(({ currency, minor }) => (
          <strong key={currency}>{`${formatPrice(minor / 100)} ${currency}`}</strong>
        ))}
      </span>
      <span>{facts.join(' · ')}</span>
      <span className="review-note">{text('replenish.reviewNote')}</span>
      <button ref={button} type="button" className="button primary" onClick={onApproved}>
        {text('replenish.reviewDo', { count: rows.length })} <kbd>Enter</kbd>
      </button>
      <button type="button" className="button" onClick={onCancelled}>
        {text('replenish.reviewCancel')} <kbd>Esc</kbd>
      </button>
    </section>
  );
}
