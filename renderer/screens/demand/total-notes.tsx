import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { TotalFacts } from './demand-scope.ts';
import type { TotalMembers } from './total-members.ts';
import { mostTypedMembers } from './total-scope.ts';

interface TotalNotesProps {
  readonly total: TotalFacts;
  readonly members: TotalMembers;
}

/** What one has to know of a total to read its figures: what it is counted in, and what is not in it. */
export function TotalNotes({ total: { currency, withoutCost }, members: { hasOneUnit, leftOut } }: TotalNotesProps) {
  if (currency === null) return null;
  const others = leftOut.map(({ currency: other, count }) => text('demand.ofCurrency', { count, currency: other })).join(', ');
  return (
    <ul className="soft total-notes">
      <li>{text(hasOneUnit ? 'demand.atCost' : 'demand.mixedUnits', { currency })}</li>
      {others !== '' && <li>{text('demand.leftOut', { others })}</li>}
      {withoutCost > 0 && <li>{text('demand.withoutCost', { count: withoutCost })}</li>}
    </ul>
  );
}

/** What typing over a total does, or why it is not taken. */
export function TypingNote({ total: { currency, isReadOnly } }: Pick<TotalNotesProps, 'total'>) {
  if (isReadOnly) return <p role="note">{text('demand.totalReadOnly', { most: formatFigure(mostTypedMembers) })}</p>;
  return <p className="soft">{text(currency === null ? 'demand.totalTyping' : 'demand.valueTyping')}</p>;
}
