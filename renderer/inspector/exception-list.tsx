import { notSet } from '#core/frame/frame-layout.ts';
import type { PlanResult } from '#core/plan/plan-result.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure, formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from './frame-reader.ts';
import { exceptionsOf } from './node-facts.ts';

interface ExceptionListProps {
  readonly node: number;
  readonly result: PlanResult;
  readonly reader: FrameReader;
}

const severitySigns = ['', '·', '!', '‼'];

/** What is wrong with an item-location, the gravest first, with the day, the quantity and the money at stake. */
export function ExceptionList({ node, result, reader }: ExceptionListProps) {
  const exceptions = exceptionsOf(result, node);
  if (exceptions.length === 0) return null;
  const uom = reader.uom(reader.frame.nodeItem[node] ?? notSet);
  const decimals = reader.decimalsOf(node);
  return (
    <section aria-label={text('exception.title')}>
      <h3>{text('exception.title')}</h3>
      <ul className="exceptions">
        {exceptions.map(({ kind, day, grains, value, severity }, index) => (
          <li key={index}>
            <span className={severity === 3 ? 'sign bad' : severity === 2 ? 'sign warn' : 'sign soft'} aria-hidden="true">
              {severitySigns[severity] ?? ''}
            </span>
            <span>
              {text(`exception.${kind}`)}
              <span className="soft">
                {' '}
                {text('exception.detail', {
                  qty: formatFigure(reader.units(node, grains), decimals),
                  uom,
                  day: day === notSet ? '–' : formatShortDay(day),
                })}
              </span>
            </span>
            <span className="figure">{value > 0 ? formatMoney(value, reader.currencyOf(node)) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
