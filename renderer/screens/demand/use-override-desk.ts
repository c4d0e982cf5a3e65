import { useMemo, useState } from 'react';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import { useScenarioEdits } from '#renderer/stores/use-scenario-edits.ts';
import { formatMoney } from '#renderer/text/format-figure.ts';
import { text } from '#renderer/text/text.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { DemandScope } from './demand-scope.ts';
import { forecastChanges, type OverrideTerms, type TypedWeeks } from './forecast-changes.ts';
import type { OverrideIndex } from './index-overrides.ts';

const noDrafts: ReadonlyMap<number, number> = new Map();

export interface OverrideDesk {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly expiresOn: number | null;
  readonly setExpiresOn: (day: number | null) => void;
  readonly owner: string;
  /** Typed and not kept yet, of a scope. */
  draftsOf(key: string): ReadonlyMap<number, number>;
  /** Keeps typed weeks at once where a reason is given, else until one is. */
  type(scope: DemandScope, typed: ReadonlyMap<number, number>): void;
  keep(scope: DemandScope): void;
  discard(scope: DemandScope): void;
  giveBack(scope: DemandScope, weeks: readonly number[]): void;
}

/**
 * Typing over forecasts (DSK-25): every override has a reason, so weeks that are typed without one wait, also while the planner looks
 * at other rows. What is kept can be undone from the status bar.
 */
export function useOverrideDesk(planned: Planned, reader: FrameReader, overrides: OverrideIndex): OverrideDesk {
  const edits = useScenarioEdits();
  const owner = usePlan((state) => state.info?.user ?? '');
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState<number | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ReadonlyMap<number, number>>>(new Map());
  return useMemo(() => {
    function setOf(key: string, ofScope: ReadonlyMap<number, number>): void {
      setDrafts((all) => new Map([...all].filter(([kept]) => kept !== key).concat(ofScope.size > 0 ? [[key, ofScope]] : [])));
    }
    function apply(scope: DemandScope, typed: TypedWeeks, terms: OverrideTerms, done: string): void {
      const { changes, rest } = forecastChanges({ planned, reader, overrides, scope, typed, terms });
      if (changes.length === 0) return;
      const unit = scope.total?.currency ?? reader.uom(planned.frame.nodeItem[scope.nodes[0] ?? 0] ?? 0);
      const away = rest === 0 ? '' : text('demand.keptWithin', { figure: formatMoney(rest, unit, 2) });
      void edits.apply(changes, [done, away].filter(Boolean).join(' ')).then((isKept) => {
        // What was typed is not lost with the connection.
        if (!isKept)
          setOf(scope.key, new Map([...typed].flatMap(([week, qty]): [number, number][] => (qty === null ? [] : [[week, qty]]))));
      });
    }
    function keepAll(scope: DemandScope, typed: ReadonlyMap<number, number>): void {
      setOf(scope.key, noDrafts);
      apply(scope, typed, { reason: reason.trim(), owner, expiresOn }, text('demand.kept', { count: typed.size }));
    }
    const draftsOf = (key: string): ReadonlyMap<number, number> => drafts.get(key) ?? noDrafts;
    return {
      reason,
      setReason,
      expiresOn,
      setExpiresOn,
      owner,
      draftsOf,
      type(scope, typed) {
        const all = new Map([...draftsOf(scope.key), ...typed]);
        if (reason.trim() === '') setOf(scope.key, all);
        else keepAll(scope, all);
      },
      keep(scope) {
        const all = draftsOf(scope.key);
        if (all.size > 0 && reason.trim() !== '') keepAll(scope, all);
      },
      discard: (scope) => setOf(scope.key, noDrafts),
      giveBack(scope, weeks) {
        const own = draftsOf(scope.key);
        setOf(scope.key, new Map([...own].filter(([week]) => !weeks.includes(week))));
        const kept = weeks.filter((week) => !own.has(week));
        const back = new Map(kept.map((week) => [week, null]));
        apply(scope, back, { reason: '', owner, expiresOn: null }, text('demand.givenBack', { count: kept.length }));
      },
    };
  }, [edits, planned, reader, overrides, owner, reason, expiresOn, drafts]);
}
