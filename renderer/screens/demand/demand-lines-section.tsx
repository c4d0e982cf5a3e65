import { useCallback, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { useDesk } from '#renderer/stores/desk-context.tsx';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { formatFigure } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import { DemandLines, type DemandLinesHandle } from './demand-lines.tsx';
import { areAllExcluded, canExclude, exclusionChanges, type DemandLine } from './exclude-lines.ts';
import { useDemandLines } from './use-demand-lines.ts';

export interface DemandLinesSectionHandle extends DemandLinesHandle {
  /** Excludes the lines that wait for a reason; true where there were any. */
  keepWaiting(): boolean;
}

interface DemandLinesSectionProps {
  readonly ref: Ref<DemandLinesSectionHandle>;
  readonly node: number;
  readonly reader: FrameReader;
  readonly reason: string;
  readonly owner: string;
  /** Where a reason is given. */
  readonly reasonField: RefObject<HTMLInputElement | null>;
}

/**
 * The demand lines of an item-location, with the word of the planner on them (DSK-29): lines that are excluded without a reason wait for
 * one, and what is excluded is counted again the same way.
 */
export function DemandLinesSection({ ref, node, reader, reason, owner, reasonField }: DemandLinesSectionProps) {
  const edits = useScenarioEdits();
  const say = useDesk((state) => state.say);
  const grid = useRef<DemandLinesHandle>(null);
  const [waiting, setWaiting] = useState<readonly DemandLine[]>([]);
  const { frame } = reader;
  const item = frame.nodeItem[node] ?? 0;
  const itemId = reader.itemId(item);
  const siteId = reader.siteId(frame.nodeSite[node] ?? 0);
  const shown = useDemandLines(itemId, siteId);
  const decimals = frame.itemDecimals[item] ?? 0;

  const apply = useCallback(
    (lines: readonly DemandLine[]) => {
      setWaiting([]);
      const changes = exclusionChanges(lines, { itemId, siteId, reason: reason.trim(), owner });
      const count = changes.reduce((sum, change) => sum + change.lines, 0);
      void edits.apply(changes, text(areAllExcluded(lines) ? 'demand.lines.included' : 'demand.lines.excluded', { count }));
    },
    [edits, itemId, siteId, reason, owner],
  );
  const onToggled = useCallback(
    (chosen: readonly DemandLine[]) => {
      const lines = chosen.filter((line) => canExclude(frame, line));
      if (lines.length === 0) {
        say({ text: text('demand.lines.notCounted'), tone: 'error' });
      } else if (reason.trim() === '' && !areAllExcluded(lines)) {
        setWaiting(lines);
        reasonField.current?.focus();
      } else apply(lines);
    },
    [frame, reason, apply, say, reasonField],
  );
  useImperativeHandle(
    ref,
    () => ({
      focus: () => grid.current?.focus(),
      toggle: () => grid.current?.toggle(),
      keepWaiting() {
        if (waiting.length === 0 || reason.trim() === '') return false;
        apply(waiting);
        grid.current?.focus();
        return true;
      },
    }),
    [waiting, reason, apply],
  );

  const list = shown?.list;
  const uom = reader.uom(item);
  return (
    <section aria-label={text('demand.lines')} aria-busy={shown === undefined}>
      <h3>
        {text('demand.lines')} <kbd>D</kbd>
      </h3>
      {shown?.problem ? <p role="alert">{shown.problem}</p> : null}
      {list && list.lines.length > 0 ? (
        <>
          <p className="soft">
            {text('demand.lines.says', { flagged: list.flagged, usual: formatFigure(list.usualQty ?? 0, decimals), uom })}{' '}
            {list.total > list.lines.length ? text('demand.lines.cut', { shown: list.lines.length, total: list.total }) : null}
          </p>
          {waiting.length > 0 && <p role="status">{text('demand.lines.waiting', { count: waiting.length })}</p>}
          <DemandLines ref={grid} list={list} decimals={decimals} uom={uom} onToggled={onToggled} />
          <p className="soft">
            {text('demand.lines.hint')} <kbd>X</kbd>
          </p>
        </>
      ) : null}
      {list?.lines.length === 0 ? <p className="soft">{text('demand.lines.none')}</p> : null}
    </section>
  );
}
