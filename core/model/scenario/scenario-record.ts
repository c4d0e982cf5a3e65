import type { CalendarDay } from '#core/base/calendar-day.ts';

export type OrderKind = 'buy' | 'transfer' | 'make';

/** What identifies an order line to a person: the item, where it goes, where it comes from, when. */
export interface OrderLine {
  readonly kind: OrderKind;
  readonly itemId: string;
  readonly siteId: string;
  /** Supplier or site; empty for a make order. */
  readonly sourceId: string;
  readonly orderDay: CalendarDay;
  readonly shipDay: CalendarDay;
  readonly receiptDay: CalendarDay;
  /** Stock units. */
  readonly qty: number;
}

/**
 * An order the planner has fixed. Netting counts it as supply and never changes it (a firm planned order,
 * APICS): the proposal it was made from is gone while it stands, and comes back when it is withdrawn.
 */
export interface FirmOrder extends OrderLine {
  readonly id: string;
  /** `override`: typed, still a proposal to decide on. `approved`: decided, on its way to the ERP. */
  readonly origin: 'override' | 'approved';
  /** What was proposed when the planner typed, in stock units; null for an order made by hand. */
  readonly proposedQty: number | null;
  readonly reason: string;
}

/** Fields of a policy or lane a planner may change for one item-location. */
export type ParameterField =
  | 'method'
  | 'min_qty'
  | 'max_qty'
  | 'service_target'
  | 'safety_stock'
  | 'safety_days'
  | 'lead_time_days'
  | 'lead_time_sd'
  | 'moq'
  | 'multiple'
  | 'review_days'
  | 'wait_days'
  | 'safety_lead_time_days';

/** One change of a scenario. Edits, pastes, sliders and imports are all lists of these. */
export type ScenarioChange =
  | { readonly kind: 'order.firm'; readonly order: FirmOrder }
  | { readonly kind: 'order.withdraw'; readonly orderId: string }
  | {
      readonly kind: 'parameter.set';
      readonly itemId: string;
      readonly siteId: string;
      readonly field: ParameterField;
      /** null gives the value back to its source. */
      readonly value: number | string | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'forecast.set';
      readonly itemId: string;
      readonly siteId: string;
      /** First day of the week: the plan day on which it was typed plus whole weeks. */
      readonly weekDay: CalendarDay;
      /** Stock units per week; null gives the week back to the statistical forecast. */
      readonly qty: number | null;
      /** What the statistical forecast said when it was typed, so that both can be held against what came. */
      readonly statisticalQty: number;
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string;
      /** The last day on which it is planned with; null where it holds until its week is over. */
      readonly expiresOn: CalendarDay | null;
    }
  | {
      readonly kind: 'history.exclude';
      readonly itemId: string;
      readonly siteId: string;
      /** The calendar day of the demand line. */
      readonly day: CalendarDay;
      /** The size of the line in stock units, without sign. */
      readonly qty: number;
      /** How many lines of that size the day has: the word holds for each of them. A scenario in force says what the data has now, if any. */
      readonly lines: number;
      /** false counts them again. */
      readonly isExcluded: boolean;
      readonly reason: string;
      /** Who answers for it. */
      readonly owner: string;
    };

/** A change with who made it and when; what the store keeps. */
export interface ScenarioRecord {
  readonly sequence: number;
  readonly at: string;
  readonly author: string;
  readonly change: ScenarioChange;
}
