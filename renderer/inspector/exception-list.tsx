import type { PlanResult } from '#core/plan/plan-result.ts';
import { formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { describeException } from './describe-exception.ts';
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
  return (
    <section aria-label={text('exception.title')}>
      <h3>{text('exception.title')}</h3>
      <ul className="exceptions">
        {exceptions.map((exception, index) => {
          const { kind, value, severity } = exception;
          return (
            <li key={index}>
              <span className={severity === 3 ? 'sign bad' : severity === 2 ? 'sign warn' : 'sign soft'} aria-hidden="true">
                {severitySigns[severity] ?? ''}
              </span>
              <span className="what">
                <span>{text(`exception.${kind}`)}</span>
                <span className="soft"> {describeException(exception, node, reader)}</span>
              </span>
              <span className="figure">{value > 0 ? formatMoney(value, reader.currencyOf(node)) : ''}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
