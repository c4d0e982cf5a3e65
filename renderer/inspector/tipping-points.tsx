import type { Explanation } from '#core/plan/explanation.ts';
import { text } from '#renderer/text/text.ts';
import { describeTippingPoints, type UnitNames } from './describe-tipping-points.ts';

interface TippingPointsProps extends UnitNames {
  readonly explanation: Explanation;
}

/** How far the figures may move before the order is another one; nothing for an order that was typed. */
export function TippingPoints({ explanation, uom, currency }: TippingPointsProps) {
  const sentences = describeTippingPoints(explanation, { uom, currency });
  if (sentences.length === 0) return null;
  return (
    <section aria-label={text('tipping.title')}>
      <h3>{text('tipping.title')}</h3>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
