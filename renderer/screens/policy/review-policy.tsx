import { useEffect, useRef } from 'react';
import { formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';

interface ReviewPolicyProps {
  readonly count: number;
  /** What changes, in a few words each. */
  readonly facts: readonly string[];
  readonly valueChange: number;
  readonly currency: string;
  readonly onConfirmed: () => void;
  readonly onCancelled: () => void;
}

/** What is about to change, in counts and money; Enter applies it, Esc goes back. */
export function ReviewPolicy(props: ReviewPolicyProps): React.ReactElement {
  const { count, facts, valueChange, currency, onConfirmed, onCancelled } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section
      className="review-strip"
      aria-label={text('policy.review')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancelled();
      }}
    >
      <strong>{text('policy.reviewCount', { count })}</strong>
      <strong className="review-money">
        {text('policy.reviewMoney', { change: `${valueChange > 0 ? '+' : ''}${formatMoney(valueChange, currency)}` })}
      </strong>
      <span>{facts.join(' · ')}</span>
      <span className="review-note">{text('policy.reviewNote')}</span>
      <button ref={button} type="button" className="button primary" onClick={onConfirmed}>
        {text('policy.reviewDo', { count })} <kbd>Enter</kbd>
      </button>
      <button type="button" className="button" onClick={onCancelled}>
        {text('action.cancel')} <kbd>Esc</kbd>
      </button>
    </section>
  );
}
