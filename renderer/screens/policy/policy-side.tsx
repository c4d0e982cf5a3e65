import { useMemo } from 'react';
import type { Proposal } from '#core/insight/parameters/proposal-at.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import { text } from '#renderer/text/text.ts';
import { policyValues } from './policy-values.ts';
import { evidenceOf } from './proposal-words.ts';

interface PolicySideProps {
  readonly node: number;
  readonly proposal: Proposal | undefined;
  readonly reader: FrameReader;
}

const none: readonly never[] = [];

/** Beside the list: what a proposal rests on, and where each value of the policy comes from. */
export function PolicySide({ node, proposal, reader }: PolicySideProps): React.ReactElement {
  const parameters = usePlan((state) => state.scenario?.parameters) ?? none;
  const values = useMemo(() => policyValues(reader, node, parameters), [reader, node, parameters]);
  const item = reader.frame.nodeItem[node] ?? 0;
  const site = reader.frame.nodeSite[node] ?? 0;
  const place = { item: reader.itemId(item), site: reader.siteId(site) };
  return (
    <aside className="policy-side" aria-label={text('policy.side', place)}>
      <header>
        <h2>{reader.itemName(item) || reader.itemId(item)}</h2>
        <p className="soft">{text('policy.place', { ...place, family: reader.family(item) })}</p>
      </header>
      {proposal ? (
        <section aria-label={text('policy.evidence')}>
          <h3>{text('policy.evidence')}</h3>
          <p className="soft">{text(`policy.because.${proposal.kind}`)}</p>
          <dl className="plain-list">
            {evidenceOf(proposal, reader).map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figure">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section aria-label={text('policy.sources')}>
        <h3>{text('policy.sources')}</h3>
        {values.length === 0 ? <p className="soft">{text('policy.noSources')}</p> : null}
        <dl className="policy-sources">
          {values.map(({ field, value, source, typed }) => (
            <div key={field}>
              <dt>{text(`policy.field.${field}`)}</dt>
              <dd>
                <span className="value">{value}</span>
                {typed ? (
                  <span className="source typed">
                    {text('policy.fromScenario', { reason: typed.reason || text('policy.none') })}
                  </span>
                ) : null}
                {source ? (
                  <span className={typed ? 'source faint' : 'source'}>
                    {text(typed ? 'policy.insteadOf' : 'policy.from', { place: source })}
                  </span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
