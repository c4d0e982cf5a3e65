import { useMemo } from 'react';
import { textAt } from '#core/frame/text-columns.ts';
import { useDesk, usePlan } from '#renderer/stores/desk-context.tsx';
import { formatMoment, formatShortDay } from '#renderer/text/format-date.ts';
import { text } from '#renderer/text/text.ts';
import { SyncState } from './sync-state.tsx';
import { ThemeButton } from './theme-button.tsx';

/** What holds everywhere: the part of the company in view, the scenario, how old the data is. */
export function TopBar(): React.ReactElement {
  const frame = usePlan((state) => state.planned?.frame);
  const dataset = usePlan((state) => state.dataset);
  const scenario = usePlan((state) => state.scenario);
  const user = usePlan((state) => state.info?.user);
  const place = useDesk((state) => state.place);
  const goTo = useDesk((state) => state.goTo);
  const float = useDesk((state) => state.float);
  const { companies, sites } = useMemo(() => {
    if (!frame) return { companies: [], sites: [] };
    const company = { bytes: frame.companyIdBytes, ends: frame.companyIdEnds };
    const names = { bytes: frame.companyNameBytes, ends: frame.companyNameEnds };
    const siteIds = { bytes: frame.siteIdBytes, ends: frame.siteIdEnds };
    const siteNames = { bytes: frame.siteNameBytes, ends: frame.siteNameEnds };
    return {
      companies: Array.from(frame.companyIdEnds, (_, row) => ({ id: textAt(company, row), name: textAt(names, row) })),
      sites: Array.from(frame.siteIdEnds, (_, row) => ({
        id: textAt(siteIds, row),
        name: textAt(siteNames, row),
        company: textAt(company, frame.siteCompany[row] ?? -1),
      })),
    };
  }, [frame]);
  const changes = scenario
    ? [scenario.firmOrders, scenario.parameters, scenario.forecasts, scenario.exclusions].reduce(
        (sum, { length }) => sum + length,
        0,
      )
    : 0;
  return (
    <header className="top-bar">
      <select
        aria-label={text('top.company')}
        value={place.company}
        onChange={({ target }) => goTo({ company: target.value, site: '' })}
      >
        <option value="">{text('top.allCompanies')}</option>
        {companies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name || id}
          </option>
        ))}
      </select>
      <select aria-label={text('top.site')} value={place.site} onChange={({ target }) => goTo({ site: target.value })}>
        <option value="">{text('top.allSites')}</option>
        {sites
          .filter(({ company }) => place.company === '' || company === place.company)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name || id}
            </option>
          ))}
      </select>
      <span className="scenario">
        {text('top.scenario', { name: scenario?.name ?? '' })} <small>{text('top.changes', { count: changes })}</small>
      </span>
      <input
        id="desk-search"
        type="search"
        aria-label={text('top.search')}
        placeholder={text('top.searchHint')}
        value={place.search}
        onChange={({ target }) => goTo({ search: target.value })}
      />
      <button type="button" className="button quiet" onClick={() => float('palette')}>
        {text('top.commands')} <kbd>Ctrl K</kbd>
      </button>
      <span className="top-space" />
      {dataset && dataset.version > 0 && (
        <span className="fact" title={dataset.sourceName}>
          {dataset.asOf
            ? text('top.asOf', { moment: formatMoment(dataset.asOf, new Date()) })
            : text('top.planDay', { day: formatShortDay(dataset.planDay) })}
        </span>
      )}
      <SyncState />
      <ThemeButton />
      <span className="fact user">{user}</span>
    </header>
  );
}
