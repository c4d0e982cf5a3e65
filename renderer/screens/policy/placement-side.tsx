import { useMemo } from 'react';
import type { Placements } from '#core/insight/placement/placement-columns.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { placementMoney } from './placement-money.ts';
import { stagesInWords } from './placement-words.ts';

interface PlacementSideProps {
  readonly placements: Placements;
  readonly network: number;
  readonly reader: FrameReader;
  readonly isReplaced: (node: number) => boolean;
  readonly onReplaced: (node: number, isReplaced: boolean) => void;
}

/** Beside the list: the stages of a network from supplier to customer, each with its terms. */
export function PlacementSide(props: PlacementSideProps): React.ReactElement {
  const { placements, network, reader, isReplaced, onReplaced } = props;
  const stages = useMemo(() => stagesInWords(placements, network, reader), [placements, network, reader]);
  const money = useMemo(() => placementMoney(placements, network, reader), [placements, network, reader]);
  const item = reader.frame.nodeItem[stages[0]?.node ?? 0] ?? 0;
  const itemId = reader.itemId(item);
  const isUnproven = stages.some(({ kind, node, isChanged }) => kind === 'typed' && isChanged && !isReplaced(node));
  const { placed, alone } = placements.stages.views;
  const isAlone = stages.every(({ row }) => placed[row] === alone[row]);
  return (
    <aside className="policy-side placement-side" aria-label={text('policy.placementSide', { item: itemId })}>
      <header>
        <h2>{reader.itemName(item) || itemId}</h2>
        <p className="soft">{text('policy.placementPlace', { item: itemId, count: stages.length })}</p>
      </header>
      <table className="facts-table" aria-label={text('policy.placementMoney')}>
        <thead>
          <tr>
            <th scope="col">{text('policy.atCost')}</th>
            <th scope="col" className="figure">
              {text('policy.now')}
            </th>
            <th scope="col" className="figure">
              {text('policy.placed')}
            </th>
            <th scope="col" className="figure">
              {text('policy.alone')}
            </th>
            <th scope="col" className="figure">
              {text('policy.saving')}
            </th>
          </tr>
        </thead>
        <tbody>
          {money.map(({ currency, now, placed, alone }) => (
            <tr key={currency}>
              <th scope="row">{currency}</th>
              <td className="figure">{formatFigure(Math.round(now))}</td>
              <td className="figure">{formatFigure(Math.round(placed))}</td>
              <td className="figure">{formatFigure(Math.round(alone))}</td>
              <td className="figure">{formatSigned(Math.round(now - placed))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isAlone ? <p className="soft">{text('policy.placedAlone')}</p> : null}
      <section aria-label={text('policy.stages')}>
        <h3>{text('policy.stages')}</h3>
        <ol className="placement-stages">
          {stages.map((stage) => (
            <li key={stage.row} style={{ '--depth': stage.depth } as React.CSSProperties /* a property of this sheet */}>
              <p className="head">
                <span>
                  <strong>{stage.siteId}</strong> {stage.siteName}
                </span>
                <span className="figure">
                  {stage.isChanged
                    ? text('policy.stageChange', { now: stage.now, placed: stage.placed, uom: stage.uom })
                    : text('policy.stageSame', { placed: stage.placed, uom: stage.uom })}
                </span>
              </p>
              <p className="soft">{stage.times}</p>
              {stage.terms === '' ? (
                <p className="soft">{text('policy.stageFixed')}</p>
              ) : (
                <p className="terms figure">{stage.terms}</p>
              )}
              {stage.kind === 'typed' && stage.isChanged ? (
                <label>
                  <input
                    type="checkbox"
                    checked={isReplaced(stage.node)}
                    onChange={({ target }) => onReplaced(stage.node, target.checked)}
                  />
                  {text('policy.replaceTyped', { site: stage.siteId })}
                </label>
              ) : null}
            </li>
          ))}
        </ol>
        {isUnproven ? (
          <p className="soft" role="note">
            {text('policy.unproven')}
          </p>
        ) : null}
      </section>
      <p className="soft">{text('policy.placementModel')}</p>
    </aside>
  );
}
