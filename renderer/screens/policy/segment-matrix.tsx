import { useId, useRef, useState } from 'react';
import { usageClasses } from '#core/frame/usage-classes.ts';
import { formatFigure, formatMoney } from '#renderer/text/format-figure.ts';
import { formatShare } from '#renderer/text/format-share.ts';
import { text } from '#renderer/text/text.ts';
import type { SegmentCell, SegmentFigures } from '#core/insight/parameters/segment-figures.ts';
import type { MatrixCell, MatrixView } from './policy-place.ts';
import { cellName, columnTitle, targetText } from './policy-words.ts';

interface SegmentMatrixProps {
  readonly figures: SegmentFigures;
  readonly view: MatrixView;
  readonly columnCount: number;
  readonly cell: MatrixCell;
  readonly currency: string;
  readonly onChosen: (cell: MatrixCell) => void;
  readonly isBusy: boolean;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * ABC by class of demand, with sums. Arrow keys move from cell to cell, Enter or Space chooses one for the lists and the
 * curve; the sum of all, or Esc, shows everything again.
 */
export function SegmentMatrix(props: SegmentMatrixProps): React.ReactElement {
  const { figures, view, columnCount, cell, currency, onChosen, isBusy } = props;
  const rowCount = usageClasses.length;
  const box = useRef<HTMLTableElement>(null);
  const titleId = useId();
  const chosen = { row: cell.row ?? rowCount, column: cell.column ?? columnCount };
  const [moved, setMoved] = useState<{ readonly row: number; readonly column: number }>();
  const active = moved && moved.column <= columnCount ? moved : chosen;
  const most = Math.max(
    ...figures.slice(0, rowCount).flatMap((row) => row.slice(0, columnCount).map(({ stockValue }) => stockValue)),
  );

  function choose(row: number, column: number): void {
    const next = { row: row === rowCount ? undefined : row, column: column === columnCount ? undefined : column };
    const isSame = next.row === cell.row && next.column === cell.column;
    onChosen(isSame ? { row: undefined, column: undefined } : next);
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const step = arrows[event.key];
    if (step && !event.altKey && !event.ctrlKey) {
      const row = Math.min(rowCount, Math.max(0, active.row + step[0]));
      const column = Math.min(columnCount, Math.max(0, active.column + step[1]));
      setMoved({ row, column });
      box.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
    } else if (event.key === 'Escape') onChosen({ row: undefined, column: undefined });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const columns = Array.from({ length: columnCount + 1 }, (_, column) => column);
  return (
    <table
      ref={box}
      role="grid"
      className={`segments ${view}`}
      aria-labelledby={titleId}
      aria-busy={isBusy}
      onKeyDown={onKeyDown}
    >
      <caption id={titleId} className="visually-hidden">
        {text('policy.matrix')}
      </caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {column === columnCount ? text('policy.all') : columnTitle(view, column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((row, at) => (
          <tr key={at} className={at === rowCount ? 'sum' : ''}>
            <th scope="row">{usageClasses[at] ?? text('policy.all')}</th>
            {row.map((found, column) => {
              const isChosen = chosen.row === at && chosen.column === column;
              const name = cellName(view, {
                row: at === rowCount ? undefined : at,
                column: column === columnCount ? undefined : column,
              });
              return (
                <td
                  key={column}
                  role="gridcell"
                  data-cell={`${at}-${column}`}
                  tabIndex={active.row === at && active.column === column ? 0 : -1}
                  className={column === columnCount ? 'sum' : ''}
                  aria-selected={isChosen}
                  aria-label={cellSays(name, found, currency)}
                  style={{ ['--share' as string]: at < rowCount && column < columnCount ? found.stockValue / most || 0 : 0 }} // a custom property
                  onFocus={() => setMoved({ row: at, column })}
                  onClick={() => choose(at, column)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return;
                    event.preventDefault();
                    event.stopPropagation();
                    choose(at, column);
                  }}
                >
                  <Cell figures={found} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ figures }: { readonly figures: SegmentCell }): React.ReactElement {
  if (figures.count === 0) return <span className="zero">–</span>;
  return (
    <dl aria-hidden="true">
      <div className="first">
        <dt className="visually-hidden">{text('policy.count')}</dt>
        <dd>{formatFigure(figures.count)}</dd>
        <dd className="target">{targetText(figures.leastTarget, figures.mostTarget)}</dd>
      </div>
      <div>
        <dt>{text('policy.stock')}</dt>
        <dd>{formatFigure(figures.stockValue / 1000)}</dd>
      </div>
      <div>
        <dt>{text('policy.usage')}</dt>
        <dd>{formatFigure(figures.usageValue / 1000)}</dd>
      </div>
    </dl>
  );
}

function cellSays(name: string, figures: SegmentCell, currency: string): string {
  return text('policy.cellSays', {
    name,
    count: figures.count,
    stock: formatMoney(figures.stockValue, currency),
    usage: formatMoney(figures.usageValue, currency),
    target: targetText(figures.leastTarget, figures.mostTarget) || text('policy.none'),
    fill: formatShare(figures.fillRate) || text('policy.none'),
  });
}
