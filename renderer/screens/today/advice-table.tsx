import { text } from '#renderer/text/text.ts';
import { ExceptionGroups } from './exception-groups.tsx';
import { showAmounts } from './today-rows.ts';
import type { ExceptionGroup } from './today-view.ts';

const savesSales: ReadonlySet<string> = new Set(['expedite', 'increase']);

/** What should happen to open orders, by kind, with the sales at risk or the money tied up; each leads to its item-locations. */
export function AdviceTable({ groups }: { readonly groups: readonly ExceptionGroup[] }): React.ReactElement {
  return (
    <ExceptionGroups
      groups={groups}
      name={text('today.advice')}
      kindHead={text('today.adviceKind')}
      moneyHead={text('today.money')}
      moneyHeadClass="figure money-head"
      money={({ kind, atRisk }) => (
        <>
          {showAmounts(atRisk)}{' '}
          <span className="soft money-kind">{text(savesSales.has(kind) ? 'today.moneyAtRisk' : 'today.moneyTiedUp')}</span>
        </>
      )}
    />
  );
}
