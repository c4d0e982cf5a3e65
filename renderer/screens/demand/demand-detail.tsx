import { useMemo, type Ref, type RefObject } from 'react';
import type { ForecastSeries, TypedPoint } from '#renderer/charts/forecast-chart-option.ts';
import type { GridHandle } from '#renderer/grid/data-grid-props.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { usePanelWidth } from '#renderer/inspector/use-panel-width.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { text } from '#renderer/text/text.ts';
import { DemandFigures } from './demand-figures.tsx';
import type { DemandMeasures } from './demand-measures.ts';
import { DemandLinesSection, type DemandLinesSectionHandle } from './demand-lines-section.tsx';
import { nodeScope, type DemandScope } from './demand-scope.ts';
import { withExcludedWeeks } from './excluded-weeks.ts';
import { forecastBand, totalBand, type ForecastBand } from './forecast-band.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { placeOverrides, type PlacedOverride } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';
import { LevelChoice, type LevelChoiceHandle } from './level-choice.tsx';
import { MemberGrid } from './member-grid.tsx';
import { ModelReasons } from './model-reasons.tsx';
import { PromisedAchieved } from './promised-achieved.tsx';
import { OverrideHistory } from './override-history.tsx';
import { OverrideTerms } from './override-terms.tsx';
import { TotalFigures } from './total-figures.tsx';
import { TotalNotes, TypingNote } from './total-notes.tsx';
import { totalName, totalTitle } from './total-words.ts';
import { useForecastReasons } from './use-forecast-reasons.ts';
import type { OverrideDesk } from './use-override-desk.ts';
import type { HierarchyChoice } from './use-hierarchy-level.ts';
import { useTotalScope } from './use-total-scope.ts';
import { WeekGrid, type WeekGridHandle } from './week-grid.tsx';
import '#renderer/inspector/inspector.css';
import './demand.css';

export interface DemandDetailProps {
  readonly node: number;
  readonly planned: Planned;
  readonly measures: DemandMeasures;
  readonly reader: FrameReader;
  readonly overrides: OverrideIndex;
  readonly allOverrides: readonly ForecastOverride[];
  readonly desk: OverrideDesk;
  /** What is shown: the total of a level, or the item-location itself. */
  readonly hierarchy: HierarchyChoice;
  readonly onChosen: (node: number) => void;
  readonly onLeft: () => void;
  readonly levelChoice: Ref<LevelChoiceHandle>;
  readonly weekGrid: Ref<WeekGridHandle>;
  readonly memberGrid: Ref<GridHandle>;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly lines: RefObject<DemandLinesSectionHandle | null>;
  readonly why: Ref<HTMLElement>;
}

const nothingPlaced: ReadonlyMap<number, PlacedOverride> = new Map();

/** The forecast of the selected item-location or of a total it belongs to: chart, weeks to type over, model and reasons. */
export function DemandDetail(props: DemandDetailProps) {
  const { node, planned, measures, reader, overrides, allOverrides, desk, hierarchy } = props;
  const { onChosen, onLeft, levelChoice, weekGrid, memberGrid, reasonField, lines, why } = props;
  const { frame, forecast, excluded } = planned;
  const { widthPx, separatorProps } = usePanelWidth({ storageKey: 'stockwright.demandWidth', firstPx: 644 });
  const item = frame.nodeItem[node] ?? 0;
  const site = frame.nodeSite[node] ?? 0;
  const own = useMemo(() => nodeScope({ frame, forecast }, node, overrides), [frame, forecast, node, overrides]);
  const { level } = hierarchy;
  const isTotal = level !== null;
  const { members, scope: total } = useTotalScope(planned, node, overrides, hierarchy);
  const reasons = useForecastReasons(node, frame);
  const isExplained = reasons?.node === node && reasons.frame === frame;
  const whole = isExplained && reasons.series ? reasons.series.total.whole : true;
  const band = useMemo(
    () => forecastBand(forecast, node, own.weeks.statistical, own.decimals, whole),
    [forecast, node, own, whole],
  );
  const placedOfNode = useMemo(() => placeOverrides(frame, overrides.ofNode(node)), [frame, overrides, node]);
  const scope = isTotal ? total : own;
  const placed = isTotal ? nothingPlaced : placedOfNode;
  const bandOfScope = useMemo(
    () =>
      // A total of one has the distribution of its only member.
      !total?.total || (total.nodes.length === 1 && total.total.currency === null)
        ? band
        : totalBand(total.weeks.statistical, total.total.variance),
    [total, band],
  );
  const drafts = desk.draftsOf(scope?.key ?? '');
  const series = useMemo(() => {
    const drawn = scope && seriesOf(scope, isTotal ? bandOfScope : band, placed, drafts);
    return drawn && !isTotal ? withExcludedWeeks(drawn, frame, node, excluded) : drawn;
  }, [scope, isTotal, bandOfScope, band, placed, drafts, frame, node, excluded]);
  const place = { item: reader.itemId(item), site: reader.siteId(site) };
  const uom = members?.currency ?? reader.uom(item);
  const name = level === null ? '' : totalName(reader, level, node);
  return (
    <>
      <div {...separatorProps} />
      <aside
        className="inspector demand-detail"
        tabIndex={-1}
        style={{ width: widthPx }}
        aria-label={level === null ? text('inspector.name', place) : totalTitle(reader, level, node)}
        aria-busy={!isExplained || scope === null}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || (event.target instanceof Element && event.target.closest('.figure-editor'))) return;
          event.stopPropagation();
          onLeft();
        }}
      >
        <header className="inspector-head">
          <div>
            <h2>{level === null ? reader.itemName(item) || place.item : totalTitle(reader, level, node)}</h2>
            <p className="soft">
              {isTotal
                ? text(members?.currency ? 'demand.valuePlace' : 'demand.totalPlace', {
                    count: members?.nodes.length ?? 0,
                    uom,
                  })
                : text('inspector.place', { ...place, name: reader.siteName(site), family: reader.family(item) })}
            </p>
          </div>
        </header>
        <LevelChoice ref={levelChoice} choice={hierarchy} hasOneUnit={members?.hasOneUnit ?? true} />
        {total?.total && <TotalFigures scope={total} total={total.total} />}
        {total?.total && members && <TotalNotes total={total.total} members={members} />}
        {!isTotal && <DemandFigures node={node} planned={planned} measures={measures} reader={reader} />}
        {scope && series ? (
          <>
            <ForecastChart
              title={isTotal ? text('chart.demandByWeekIn', { unit: uom }) : text('chart.demandByWeek')}
              series={series}
              fileName={isTotal ? `demand-${name}` : `demand-${place.item}-${place.site}`}
              onTyped={scope.total?.isReadOnly === true ? null : (week, value) => desk.type(scope, new Map([[week, value]]))}
            />
            <section aria-label={text('demand.weeks')}>
              <h3>
                {text('demand.weeks')} <kbd>E</kbd>
              </h3>
              <OverrideTerms
                reason={desk.reason}
                expiresOn={desk.expiresOn}
                owner={desk.owner}
                drafts={drafts.size}
                lastDays={scope.weeks.days.map((day) => day + 6)}
                reasonRef={reasonField}
                onReason={desk.setReason}
                onExpiresOn={desk.setExpiresOn}
                onKept={() => {
                  desk.keep(scope);
                  lines.current?.keepWaiting();
                }}
                onDiscarded={() => desk.discard(scope)}
              />
              <WeekGrid
                key={isTotal ? 'total' : 'node'}
                ref={weekGrid}
                name={text('demand.weekGrid')}
                scope={scope}
                placed={placed}
                drafts={drafts}
                uom={isTotal ? uom : reader.uom(item)}
                onTyped={(typed) => desk.type(scope, typed)}
                onGivenBack={(weeks) => desk.giveBack(scope, weeks)}
              />
              {scope.total && <TypingNote total={scope.total} />}
            </section>
          </>
        ) : (
          <p className="soft late">{text('demand.summing')}</p>
        )}
        {total !== null && (
          <section aria-label={text('demand.members')}>
            <h3>
              {text('demand.members')} <kbd>M</kbd>
            </h3>
            <MemberGrid key={total.key} ref={memberGrid} scope={total} reader={reader} uom={uom} onChosen={onChosen} />
          </section>
        )}
        {!isTotal && (
          <DemandLinesSection
            key={node}
            ref={lines}
            node={node}
            reader={reader}
            reason={desk.reason}
            owner={desk.owner}
            reasonField={reasonField}
          />
        )}
        {!isTotal && (
          <section ref={why} tabIndex={-1} aria-label={text('demand.why')}>
            <h3>
              {text('demand.why')} <kbd>W</kbd>
            </h3>
            {reasons?.problem ? <p role="alert">{reasons.problem}</p> : null}
            {reasons?.series && reasons.frame === frame ? (
              <ModelReasons node={reasons.node} series={reasons.series} reader={reader} />
            ) : null}
          </section>
        )}
        {!isTotal && (
          <section aria-label={text('demand.promised')}>
            <h3>{text('demand.promised')}</h3>
            <PromisedAchieved forecast={forecast} node={node} />
          </section>
        )}
        <OverrideHistory frame={frame} overrides={allOverrides} />
      </aside>
    </>
  );
}

function seriesOf(
  scope: DemandScope,
  band: ForecastBand | null,
  placed: ReadonlyMap<number, PlacedOverride>,
  drafts: ReadonlyMap<number, number>,
): ForecastSeries {
  const typed: TypedPoint[] = [];
  scope.weeks.days.forEach((_, week) => {
    const override = placed.get(week);
    const draft = drafts.get(week);
    if (draft !== undefined) typed.push({ week, value: draft, state: 'draft' });
    else if (override) typed.push({ week, value: override.override.qty ?? 0, state: override.isInForce ? 'inForce' : 'expired' });
    else if ((scope.typedMembers[week] ?? 0) > 0) {
      typed.push({ week, value: scope.weeks.inForce[week] ?? 0, state: 'inForce' });
    }
  });
  const { days, statistical, inForce } = scope.weeks;
  return {
    historyDays: scope.historyDays,
    history: scope.history,
    days,
    statistical,
    inForce,
    low: band?.low ?? null,
    high: band?.high ?? null,
    typed,
    decimals: scope.decimals,
  };
}
