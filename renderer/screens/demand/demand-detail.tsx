import { useMemo, type Ref } from 'react';
import type { ForecastSeries, TypedPoint } from '#renderer/charts/forecast-chart-option.ts';
import type { FrameReader } from '#renderer/inspector/frame-reader.ts';
import { usePanelWidth } from '#renderer/inspector/use-panel-width.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { ForecastOverride } from '#core/model/scenario/fold-scenario.ts';
import { text } from '#renderer/text/text.ts';
import { DemandFigures } from './demand-figures.tsx';
import type { DemandMeasures } from './demand-measures.ts';
import { nodeScope, type DemandScope } from './demand-scope.ts';
import { FamilyMembers } from './family-members.tsx';
import { forecastBand, type ForecastBand } from './forecast-band.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { placeOverrides, type PlacedOverride } from './forecast-weeks.ts';
import type { OverrideIndex } from './index-overrides.ts';
import { ModelReasons } from './model-reasons.tsx';
import { PromisedAchieved } from './promised-achieved.tsx';
import { OverrideHistory } from './override-history.tsx';
import { OverrideTerms } from './override-terms.tsx';
import { useFamilyScope } from './use-family-scope.ts';
import { useForecastReasons } from './use-forecast-reasons.ts';
import type { OverrideDesk } from './use-override-desk.ts';
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
  readonly isFamily: boolean;
  readonly onFamily: (isFamily: boolean) => void;
  readonly onChosen: (node: number) => void;
  readonly onLeft: () => void;
  readonly weekGrid: Ref<WeekGridHandle>;
  readonly reasonField: Ref<HTMLInputElement>;
  readonly why: Ref<HTMLElement>;
}

const nothingPlaced: ReadonlyMap<number, PlacedOverride> = new Map();

/** The forecast of the selected item-location or of its family: chart, weeks to type over, model and reasons. */
export function DemandDetail(props: DemandDetailProps) {
  const { node, planned, measures, reader, overrides, allOverrides, desk, isFamily } = props;
  const { onFamily, onChosen, onLeft, weekGrid, reasonField, why } = props;
  const { frame, forecast } = planned;
  const { widthPx, separatorProps } = usePanelWidth({ storageKey: 'stockwright.demandWidth', firstPx: 644 });
  const item = frame.nodeItem[node] ?? 0;
  const site = frame.nodeSite[node] ?? 0;
  const own = useMemo(() => nodeScope({ frame, forecast }, node, overrides), [frame, forecast, node, overrides]);
  const family = useFamilyScope(planned, node, overrides, isFamily);
  const reasons = useForecastReasons(node, frame);
  const isExplained = reasons?.node === node && reasons.frame === frame;
  const whole = isExplained && reasons.series ? reasons.series.total.whole : true;
  const band = useMemo(
    () => forecastBand(forecast, node, own.weeks.statistical, own.decimals, whole),
    [forecast, node, own, whole],
  );
  const placedOfNode = useMemo(() => placeOverrides(frame, overrides.ofNode(node)), [frame, overrides, node]);
  const scope = isFamily ? family : own;
  const placed = isFamily ? nothingPlaced : placedOfNode;
  const drafts = desk.draftsOf(scope?.key ?? '');
  const series = useMemo(
    () => scope && seriesOf(scope, isFamily ? null : band, placed, drafts),
    [scope, isFamily, band, placed, drafts],
  );
  const place = { item: reader.itemId(item), site: reader.siteId(site) };
  const familyName = reader.family(item) || text('demand.noFamily');
  return (
    <>
      <div {...separatorProps} />
      <aside
        className="inspector demand-detail"
        tabIndex={-1}
        style={{ width: widthPx }}
        aria-label={isFamily ? text('demand.familyName', { family: familyName }) : text('inspector.name', place)}
        aria-busy={!isExplained || scope === null}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || (event.target instanceof Element && event.target.closest('.figure-editor'))) return;
          event.stopPropagation();
          onLeft();
        }}
      >
        <header className="inspector-head">
          <div>
            <h2>{isFamily ? familyName : reader.itemName(item) || place.item}</h2>
            <p className="soft">
              {isFamily
                ? text('demand.familyPlace', { count: scope?.nodes.length ?? 0, uom: reader.uom(item) })
                : text('inspector.place', { ...place, name: reader.siteName(site), family: reader.family(item) })}
            </p>
          </div>
          <div className="view-switch" role="group" aria-label={text('demand.view')}>
            <button type="button" className="button small" aria-pressed={!isFamily} onClick={() => onFamily(false)}>
              {text('demand.viewItem')}
            </button>
            <button type="button" className="button small" aria-pressed={isFamily} onClick={() => onFamily(true)}>
              {text('demand.viewFamily')} <kbd>F</kbd>
            </button>
          </div>
        </header>
        {!isFamily && <DemandFigures node={node} planned={planned} measures={measures} reader={reader} />}
        {scope && series ? (
          <>
            <ForecastChart
              title={text('chart.demandByWeek')}
              series={series}
              fileName={isFamily ? `demand-${familyName}` : `demand-${place.item}-${place.site}`}
              onTyped={(week, value) => desk.type(scope, new Map([[week, value]]))}
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
                onKept={() => desk.keep(scope)}
                onDiscarded={() => desk.discard(scope)}
              />
              <WeekGrid
                key={isFamily ? 'family' : 'node'}
                ref={weekGrid}
                name={text('demand.weekGrid')}
                scope={scope}
                placed={placed}
                drafts={drafts}
                uom={reader.uom(item)}
                onTyped={(typed) => desk.type(scope, typed)}
                onGivenBack={(weeks) => desk.giveBack(scope, weeks)}
              />
              {isFamily && <p className="soft">{text('demand.familyNote')}</p>}
            </section>
          </>
        ) : (
          <p className="soft late">{text('demand.summing')}</p>
        )}
        {isFamily && scope ? <FamilyMembers scope={scope} reader={reader} onChosen={onChosen} /> : null}
        {!isFamily && (
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
        {!isFamily && (
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
