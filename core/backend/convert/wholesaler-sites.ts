/** The distribution centres that the wholesaler's customers are served from; the data itself knows one shop only. */
export interface WholesalerSite {
  readonly siteId: string;
  readonly name: string;
  readonly region: string;
  readonly countries: readonly string[];
  /** Days from the hub; 0 for the hub itself. */
  readonly transferDays: number;
}

export const wholesalerHub = 'UK';

export const wholesalerSites: readonly WholesalerSite[] = [
  {
    siteId: wholesalerHub,
    name: 'Hub United Kingdom',
    region: 'GB',
    countries: ['United Kingdom', 'Channel Islands', 'Unspecified'],
    transferDays: 0,
  },
  { siteId: 'IE', name: 'Centre Ireland', region: 'IE', countries: ['EIRE'], transferDays: 3 },
  {
    siteId: 'WEST',
    name: 'Centre Western Europe',
    region: 'NL',
    countries: ['France', 'Netherlands', 'Belgium'],
    transferDays: 4,
  },
  {
    siteId: 'CENTRAL',
    name: 'Centre Central Europe',
    region: 'DE',
    countries: ['Germany', 'Switzerland', 'Austria', 'Poland', 'Czech Republic', 'European Community'],
    transferDays: 5,
  },
  {
    siteId: 'SOUTH',
    name: 'Centre Southern Europe',
    region: 'ES',
    countries: ['Spain', 'Portugal', 'Italy', 'Cyprus', 'Greece', 'Malta', 'Israel', 'Lebanon'],
    transferDays: 7,
  },
  {
    siteId: 'NORTH',
    name: 'Centre Nordics',
    region: 'SE',
    countries: ['Sweden', 'Norway', 'Denmark', 'Finland', 'Lithuania', 'Iceland'],
    transferDays: 6,
  },
  { siteId: 'OVERSEAS', name: 'Centre Overseas', region: 'AE', countries: [], transferDays: 21 },
];

const siteOfCountry = new Map(wholesalerSites.flatMap((site) => site.countries.map((country) => [country, site.siteId])));

/** The centre that serves a country; countries outside Europe share one. @example siteFor('France') === 'WEST' */
export function siteFor(country: string): string {
  return siteOfCountry.get(country) ?? 'OVERSEAS';
}
