import type { Minor } from '#core/base/money.ts';

/** A buy line as the plan proposes it; supplier, company and site are numbers that mean the same on every line. */
export interface ProposedLine {
  readonly supplier: number;
  readonly company: number;
  /** Where it is delivered. */
  readonly site: number;
  readonly orderDay: number;
  readonly grains: number;
  readonly grainsPerUnit: number;
  /** Money per stock unit. */
  readonly unitValue: number;
  /** Weight and volume of a stock unit, in the units of the supplier's load. */
  readonly weight: number;
  readonly volume: number;
  /** Days by which it may be ordered earlier. */
  readonly slackDays: number;
  /** Grains by which it may grow. */
  readonly multiple: number;
  /** Grains its place uses in a day; without it the line is never raised. */
  readonly dailyDemand: number;
  /** Share of its value that a year in stock costs, 0 to 1 and above. */
  readonly holdingRate: number;
}

/** What a supplier asks of an order; 0 where it asks for nothing. */
export interface SupplierTerms {
  readonly minimumValueMinor: Minor;
  /** What one truck or container takes. */
  readonly loadWeight: number;
  readonly loadVolume: number;
  /** Lines ordered at most so many days later join an order. */
  readonly groupingDays: number;
  /** No line is raised by more days of cover than this. */
  readonly raiseDays: number;
}
