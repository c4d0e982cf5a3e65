import { text } from '#renderer/text/text.ts';
import { ExceptionGroups } from './exception-groups.tsx';
import { showAmounts } from './today-rows.ts';
import type { ExceptionGroup } from './today-view.ts';

/** Exceptions by kind, what wants a look today first; each leads to its item-locations. */
export function ExceptionTable({ groups }: { readonly groups: readonly ExceptionGroup[] }): React.ReactElement {
  if (groups.length === 0) return <p className="soft">{text('today.noExceptions')}</p>;
  return (
    <ExceptionGroups
      groups={groups}
      name={text('today.exceptions')}
      kindHead={text('today.kind')}
      moneyHead={text('today.atRisk')}
      moneyHeadClass="figure"
      money={({ atRisk }) => showAmounts(atRisk)}
    />
  );
}
