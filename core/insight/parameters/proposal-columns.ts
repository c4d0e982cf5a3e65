import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';

/** Why a parameter is proposed to change; the position is its code. The figures of each are named in `proposalFigures`. */
export const proposalKinds = [
  'lead_time',
  'safety_stock',
  'levels',
  'service_norm',
  'service_optimum',
  'stale',
  'order_quantity',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What is proposed to change, as the data package names it; the position is its code. */
export const proposalFields = [
  'lead_time_days',
  'lead_time_sd',
  'safety_stock',
  'safety_days',
  'min_qty',
  'max_qty',
  'service_target',
  'moq',
] as const;
export type ProposalField = (typeof proposalFields)[number];

/** What a proposal of each kind rests on, in the order of its figure columns; quantities in stock units. */
export const proposalFigures = {
  lead_time: ['medianDays', 'p90Days', 'meanDays', 'sdDays', 'drawnDays'],
  safety_stock: ['neededStock', 'sigma', 'dailyDemand', 'protectionDays', 'serviceTarget'],
  levels: ['neededStock', 'sigma', 'dailyDemand', 'protectionDays', 'serviceTarget', 'orderQty'],
  service_norm: ['norm', 'usageClass', 'sigma'],
  service_optimum: ['usageClass', 'classFillRate', 'classStockBefore', 'classStockAfter', 'safetyFactor'],
  stale: ['weeklyBefore', 'weeklyNow', 'deviations'],
  order_quantity: ['annualDemand', 'orderCost', 'holdingRate', 'unitPrice', 'orderNow', 'saving'],
} as const satisfies Record<ProposalKind, readonly string[]>;

export const mostFigures = 6;

/** One row per proposal. Rows of one node and kind belong together. */
export const proposalLayout = {
  kind: 'u8',
  field: 'u8',
  node: 'u32',
  /** The lane of the frame that a lead time or minimum is of; notSet for all other fields. */
  lane: 'i32',
  /** As the package has it: stock units, days or a share; NaN where nothing is typed. */
  current: 'f64',
  proposed: 'f64',
  /** By how much the value of the average stock changes, at cost. */
  stockValueChange: 'f64',
  /** To expect, 0 to 1; both NaN where a service cannot be judged. */
  cycleServiceBefore: 'f64',
  cycleServiceAfter: 'f64',
  fillRateBefore: 'f64',
  fillRateAfter: 'f64',
  /** Chance that so large a difference is no noise, 0 to 1. */
  confidence: 'f64',
  /** What was learnt from: receipts, and weeks of demand. */
  receipts: 'u32',
  weeks: 'u16',
  /** 3 = service is at stake, 2 = worth doing, 1 = when there is time (POL-62). */
  severity: 'u8',
  /** Money a year that is at stake, to rank by. */
  score: 'f64',
  figure0: 'f64',
  figure1: 'f64',
  figure2: 'f64',
  figure3: 'f64',
  figure4: 'f64',
  figure5: 'f64',
} as const satisfies ColumnLayout;

/** Proposals as columns; they fit a message to a page. */
export interface ProposalColumns {
  readonly length: number;
  readonly views: ColumnViews<typeof proposalLayout>;
}
