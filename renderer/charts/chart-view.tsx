import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as registerParts, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useId, useRef, useState } from 'react';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { writeClipboardTable } from '#renderer/grid/clipboard-table.ts';
import { text } from '#renderer/text/text.ts';
import { readPalette, type ChartPalette } from './chart-palette.ts';
import { writeCsv, type ChartTable } from './chart-table.ts';
import { saveFile } from './save-file.ts';
import './charts.css';

registerParts([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, LabelLayout, CanvasRenderer]);

export interface ChartViewProps {
  readonly title: string;
  /** What the picture says, for people who do not see it. */
  readonly description: string;
  readonly heightPx: number;
  readonly fileName: string;
  readonly option: (palette: ChartPalette) => EChartsCoreOption;
  readonly table: ChartTable;
  /** Lies over the picture, for what can be moved in it. */
  readonly overlay?: React.ReactNode;
  /** Listens to the picture, such as for points that are dragged; gives back how to end that. */
  readonly attach?: (chart: EChartsType, element: HTMLElement) => () => void;
}

/** A chart with its table behind it, and ways to take both along. */
export function ChartView({ title, description, heightPx, fileName, option, table, attach, overlay }: ChartViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const theme = useDesk((state) => state.theme);
  const say = useDesk((state) => state.say);
  const [showsTable, setShowsTable] = useState(false);
  const titleId = useId();

  useEffect(() => {
    const element = box.current;
    if (!element || showsTable) return;
    const made = init(element, null, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [showsTable]);

  useEffect(() => {
    // The theme is set on the document in an effect of the shell, which runs after this one.
    const frame = requestAnimationFrame(() => {
      if (box.current) chart.current?.setOption(option(readPalette(box.current)), { notMerge: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [option, theme, showsTable]);

  useEffect(() => {
    if (box.current && chart.current) return attach?.(chart.current, box.current);
  }, [attach, showsTable]);

  async function copyTable(): Promise<void> {
    try {
      await navigator.clipboard.writeText(writeClipboardTable([table.header, ...table.rows]));
      say({ text: text('chart.copied'), tone: 'info' });
    } catch {
      // The browser may refuse the clipboard; the file is the other way.
      say({ text: text('chart.copyRefused'), tone: 'error' });
    }
  }
  function savePicture(): void {
    const url = chart.current?.getDataURL({
      type: 'png',
      pixelRatio: 2,
      backgroundColor: getComputedStyle(document.body).backgroundColor,
    });
    if (url) saveFile(`${fileName}.png`, url);
  }
  function saveTable(): void {
    const url = URL.createObjectURL(new Blob([writeCsv(table)], { type: 'text/csv' }));
    saveFile(`${fileName}.csv`, url);
    URL.revokeObjectURL(url);
  }

  return (
    <section className="chart" aria-labelledby={titleId}>
      <header className="chart-head">
        <h3 id={titleId}>{title}</h3>
        <span className="chart-actions" role="group" aria-label={text('chart.actions', { title })}>
          <button
            type="button"
            className="button quiet small"
            aria-pressed={showsTable}
            onClick={() => setShowsTable(!showsTable)}
          >
            {text('chart.table')}
          </button>
          <button type="button" className="button quiet small" onClick={() => void copyTable()}>
            {text('chart.copy')}
          </button>
          <button type="button" className="button quiet small" disabled={showsTable} onClick={savePicture}>
            {text('chart.savePng')}
          </button>
          <button type="button" className="button quiet small" onClick={saveTable}>
            {text('chart.saveCsv')}
          </button>
        </span>
      </header>
      {showsTable ? (
        <div className="chart-table" style={{ height: heightPx }} tabIndex={0} role="region" aria-labelledby={titleId}>
          <table className="table">
            <thead>
              <tr>
                {table.header.map((name, index) => (
                  <th key={name} scope="col" className={index === 0 ? '' : 'figure'}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) => (
                    <td key={index} className={index === 0 ? '' : 'figure'}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className="chart-layers">
          <div ref={box} className="chart-picture" style={{ height: heightPx }} role="img" aria-label={description} />
          {overlay}
        </div>
      )}
    </section>
  );
}
