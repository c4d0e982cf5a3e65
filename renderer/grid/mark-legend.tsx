import { text } from '#renderer/text/text.ts';
import type { CellMark } from './grid-column.ts';

/** What the marks in the cells mean; the same samples as in the cells. */
export function MarkLegend({ marks }: { readonly marks: readonly Exclude<CellMark, 'shown'>[] }) {
  return (
    <ul className="mark-legend" aria-label={text('grid.legend')}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={`mark-sample cell-${mark}`} aria-hidden="true">
            12
          </span>
          {text(`grid.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
