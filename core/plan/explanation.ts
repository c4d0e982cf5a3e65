import type { CalendarDay } from '#core/base/calendar-day.ts';
import type { TippingPoint } from './tipping-points.ts';
import type { Grains } from '#core/base/quantity.ts';

/** The kinds of terms of which a quantity is made; each has a text in the catalogue under `explain.<code>`. */
export type ExplanationCode =
  | 'usableStock'
  | 'expiredStock'
  | 'releasedStock'
  | 'openSupply'
  | 'plannedReceipts'
  | 'firmReceipts'
  | 'forecast'
  | 'openOrders'
  | 'transfersOut'
  | 'components'
  | 'protectedLevel'
  | 'safetyStock'
  | 'safetyDays'
  | 'minimum'
  | 'fillToMaximum'
  | 'lotRule'
  | 'raisedToMoq'
  | 'roundedToMultiple'
  | 'roundedToStep'
  | 'raisedToPriceBreak'
  | 'handedOver'
  | 'splitAtMaximum'
  | 'typed';

/**
 * One term of a quantity. `grains` is signed as it enters the sum: demand and the protected level raise the
 * quantity (+), stock and receipts lower it (-). Children break a term down and add up to it exactly.
 */
export interface ExplanationTerm {
  readonly code: ExplanationCode;
  readonly grains: Grains;
  /** Facts for the text: an order id, a service target, a number of days, a date as CalendarDay. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly children: readonly ExplanationTerm[];
}

/** How the dates of a line came about, in order; texts in the catalogue under `explain.date.<code>`. */
export interface DateStep {
  readonly code:
    'needed' | 'leadTime' | 'movedToOpenDay' | 'notBeforePlanDay' | 'insideFence' | 'safetyLeadTime' | 'receipt' | 'typed';
  readonly day: CalendarDay;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Why a line is what it is. The terms add up to `grains` exactly (rule PLN-20). */
export interface Explanation {
  readonly grains: Grains;
  readonly decimals: number;
  readonly needDay: CalendarDay;
  readonly terms: readonly ExplanationTerm[];
  readonly dates: readonly DateStep[];
  /** What would change the line, the nearest of each kind; none for a line that was typed. */
  readonly tippingPoints: readonly TippingPoint[];
}

/** The day-by-day table of one node; every array has one element per day from the plan day on, in grains. */
export interface Projection {
  readonly firstDay: CalendarDay;
  readonly decimals: number;
  /** All that is asked for: forecast, orders and dependent demand without what is handed over. */
  readonly demand: Float64Array;
  readonly demandForecast: Float64Array;
  readonly demandOrders: Float64Array;
  readonly demandDependent: Float64Array;
  /** Demand that the successor of the item takes over, to be taken off the three above. */
  readonly demandHandedOver: Float64Array;
  readonly receiptsOpen: Float64Array;
  readonly receiptsPlanned: Float64Array;
  /** Stock that expires (negative) or is released (positive) on the day. */
  readonly stockAdjustment: Float64Array;
  readonly balance: Float64Array;
  readonly protectedLevel: Float64Array;
  /** Balance if no new order were placed. */
  readonly balanceWithoutOrders: Float64Array;
}
