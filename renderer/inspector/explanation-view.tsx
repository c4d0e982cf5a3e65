import { useState } from 'react';
import type { Explanation } from '#core/plan/explanation.ts';
import { fromGrains } from '#core/base/quantity.ts';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { formatFigure, formatSigned } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { explainDateStep, explainTerm } from './explain-text.ts';
import { listExplanationRows } from './explanation-rows.ts';
import type { FrameReader } from './frame-reader.ts';

export interface ExplanationViewProps {
  readonly explanation: Explanation;
  readonly uom: string;
  readonly reader: FrameReader;
}

/** The quantity as a column of signed terms that adds up to it, and how its dates came about. */
export function ExplanationView({ explanation, uom, reader }: ExplanationViewProps) {
  const [openPaths, setOpenPaths] = useState<ReadonlySet<string>>(new Set());
  const { decimals } = explanation;
  // Forecasts have parts of a unit: terms are shown to the grain, so that a reader can add them up.
  const grainDecimals = decimals + 3;
  const rows = listExplanationRows(explanation, openPaths);
  function toggle(path: string): void {
    const next = new Set(openPaths);
    if (!next.delete(path)) next.add(path);
    setOpenPaths(next);
  }
  return (
    <>
      <table className="explanation" aria-label={text('explain.title')}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{text('explain.term')}</th>
            <th scope="col">{text('explain.amount', { uom })}</th>
            <th scope="col">{text('explain.running')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path} className={row.depth > 0 ? 'part' : ''}>
              <th scope="row" style={{ paddingLeft: row.depth * 18 }}>
                {row.hasChildren ? (
                  <button type="button" className="disclosure" aria-expanded={row.isOpen} onClick={() => toggle(row.path)}>
                    {explainTerm(row, decimals, reader)}
                  </button>
                ) : (
                  <span className="term">{explainTerm(row, decimals, reader)}</span>
                )}
              </th>
              <td className="figure">{formatSigned(fromGrains(row.grains, decimals), grainDecimals)}</td>
              <td className="figure faint">
                {row.runningGrains === null ? '' : formatFigure(fromGrains(row.runningGrains, decimals), grainDecimals)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('explain.total')}</th>
            <td className="figure">{formatFigure(fromGrains(explanation.grains, decimals), grainDecimals)}</td>
            <td className="soft">{uom}</td>
          </tr>
        </tfoot>
      </table>
      <ol className="date-steps" aria-label={text('explain.dates')}>
        {explanation.dates.map((step, index) => (
          <li key={index}>
            <span>{explainDateStep(step)}</span>
            <span className="figure">{formatShortDay(step.day)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
