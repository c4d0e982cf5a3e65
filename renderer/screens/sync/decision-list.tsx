import { useEffect, useState } from 'react';
import type { Decision } from '#core/contract/schemas.ts';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import { formatMoment } from '#renderer/text/format-date.ts';
import { text } from '#renderer/text/text.ts';

const shownAtMost = 20;

/** The latest entries of the decision log. */
export function DecisionList(): React.ReactElement {
  const client = usePlan((state) => state.client);
  const outbox = usePlan((state) => state.outbox);
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  useEffect(() => {
    let isWanted = true;
    client()
      .approval.decisions({ limit: shownAtMost })
      .then(
        (found) => isWanted && setDecisions(found),
        () => undefined, // a lost connection is shown in the top bar; the list comes back with it
      );
    return () => {
      isWanted = false;
    };
  }, [client, outbox]);
  if (decisions.length === 0) return <p className="soft">{text('decisions.empty')}</p>;
  return (
    <ul className="decisions">
      {decisions.map(({ sequence, at, actor, kind, text: facts }) => (
        <li key={sequence}>
          <time dateTime={at}>{formatMoment(at, new Date())}</time>
          <span>{actor}</span>
          <span>{decisionKinds[kind] ?? kind}</span>
          <span className="soft">{facts}</span>
        </li>
      ))}
    </ul>
  );
}

const decisionKinds: Readonly<Record<string, string>> = {
  'plan.approve': text('decisions.approve'),
  'outbox.cancel': text('decisions.cancel'),
  'outbox.retry': text('decisions.retry'),
};
