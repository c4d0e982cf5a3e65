import type { ColumnLayout, ColumnViews } from './columns.ts';

/** "Not set" in whole-number columns that hold a day, an index or an optional number of days. */
export const notSet = -1;

/**
 * The columns of a frame: one dataset, ready to plan. A *node* is an item at a site; nodes lie in planning
 * order (by network, then low-level code, then item and site), so a block of networks is one range of rows.
 * A `…Start` column has one element more than its owner: entries of row i are [start[i], start[i + 1]).
 * Quantities are grains (see core/base/quantity), days are calendar days (days since 1970-01-01),
 * money is in major units of the company's currency.
 */
export const frameLayout = {
  // Companies
  companyIdBytes: 'u8',
  companyIdEnds: 'u32',
  companyNameBytes: 'u8',
  companyNameEnds: 'u32',
  companyCurrencyBytes: 'u8',
  companyCurrencyEnds: 'u32',
  // Calendars: openness per day, `calendarSpan` days each from `meta.calendarFirstDay`. Calendar 0 is open every day.
  calendarOpen: 'u8',
  // Sites
  siteIdBytes: 'u8',
  siteIdEnds: 'u32',
  siteNameBytes: 'u8',
  siteNameEnds: 'u32',
  siteRegionBytes: 'u8',
  siteRegionEnds: 'u32',
  siteKind: 'u8',
  siteCompany: 'i32',
  siteCalendar: 'u16',
  // Items
  itemIdBytes: 'u8',
  itemIdEnds: 'u32',
  itemNameBytes: 'u8',
  itemNameEnds: 'u32',
  itemFamily: 'i32',
  familyBytes: 'u8',
  familyEnds: 'u32',
  itemUom: 'i32',
  uomBytes: 'u8',
  uomEnds: 'u32',
  itemDecimals: 'u8',
  /** ABC class by annual usage, a position in `usageClasses`. */
  itemClass: 'u8',
  itemCost: 'f64',
  itemPrice: 'f64',
  itemLifecycle: 'u8',
  itemSuccessor: 'i32',
  itemSuccessorFrom: 'i32',
  itemShelfLifeDays: 'i32',
  /** Weight and volume of one stock unit, in the units of the suppliers' loads; 0 where nobody typed one. */
  itemWeight: 'f64',
  itemVolume: 'f64',
  // Suppliers
  supplierIdBytes: 'u8',
  supplierIdEnds: 'u32',
  supplierNameBytes: 'u8',
  supplierNameEnds: 'u32',
  supplierCompany: 'i32',
  supplierCalendar: 'u16',
  supplierMinOrderValue: 'f64',
  supplierStatus: 'u8',
  /** Days over which orders to the supplier may be brought together; 0 for none. */
  supplierGroupingDays: 'u16',
  /** What one load holds, or 0 for no limit. */
  supplierLoadWeight: 'f64',
  supplierLoadVolume: 'f64',
  // Networks: ranges of nodes that can influence each other
  networkStart: 'u32',
  // Nodes
  nodeItem: 'u32',
  nodeSite: 'u32',
  /** Low-level code: 0 for nodes that supply no other node; a source has a higher code than all it supplies. */
  nodeLevel: 'u16',
  // Policy of the node, resolved from the rows that hold for it
  nodeMethod: 'u8',
  /** Grains, or notSet: a reorder point of 0 is not the same as none. */
  nodeMinQty: 'f64',
  nodeMaxQty: 'f64',
  nodeServiceTarget: 'f64',
  nodeServiceType: 'u8',
  /** Grains, or notSet when it follows from the service target. */
  nodeSafetyStock: 'f64',
  nodeSafetyDays: 'f64',
  nodeLotRule: 'u8',
  nodeLotPeriods: 'u16',
  nodeOrderCost: 'f64',
  nodeHoldingRate: 'f64',
  nodeFenceDays: 'u16',
  nodeTransferRule: 'u8',
  /** Days a customer waits; an order need not be covered before they are over. */
  nodeWaitDays: 'u16',
  /** Days by which a receipt is planned before it is needed. */
  nodeSafetyLeadTimeDays: 'u16',
  // The rows of the package that decide on a node, the most specific first: positions in the rows below
  policyStart: 'u32',
  policyRow: 'u32',
  /** Selectors of a row, and which fields it has a value for: bits by position in `policyFields`. */
  policyRowFields: 'u32',
  policyRowItemBytes: 'u8',
  policyRowItemEnds: 'u32',
  policyRowSiteBytes: 'u8',
  policyRowSiteEnds: 'u32',
  /** The node of the item's successor at the same site, and the day from which it takes over; notSet without one. */
  nodeSuccessor: 'i32',
  nodeSuccessorFrom: 'i32',
  // Stock rows of the node
  stockStart: 'u32',
  stockStatus: 'u8',
  stockQty: 'f64',
  stockReleaseDay: 'i32',
  stockExpiryDay: 'i32',
  // Open customer orders of the node, by due day
  demandStart: 'u32',
  demandDay: 'i32',
  demandQty: 'f64',
  demandPriority: 'f64',
  demandHold: 'u8',
  demandOrderBytes: 'u8',
  demandOrderEnds: 'u32',
  // Given forecast buckets of the node, by start day
  forecastStart: 'u32',
  forecastDay: 'i32',
  forecastDays: 'u16',
  forecastQty: 'f64',
  forecastStream: 'u8',
  // Events that multiply the demand of the node, by start day
  eventStart: 'u32',
  /** Position among the events, whose ids are by code units. */
  eventCode: 'u32',
  eventDay: 'i32',
  eventDays: 'u16',
  /** NaN where it is to be learnt from earlier times of the event. */
  eventFactor: 'f64',
  eventIdBytes: 'u8',
  eventIdEnds: 'u32',
  eventNameBytes: 'u8',
  eventNameEnds: 'u32',
  // Open supply of the node, by due day (the confirmed date where there is one)
  supplyStart: 'u32',
  supplyKind: 'u8',
  supplyStatus: 'u8',
  supplyDay: 'i32',
  supplyQty: 'f64',
  /** Supplier index for buy, site index for transfer, notSet for make or unknown. */
  supplySource: 'i32',
  supplyOrderBytes: 'u8',
  supplyOrderEnds: 'u32',
  // Lanes that can supply the node, by priority
  laneStart: 'u32',
  laneKind: 'u8',
  /** Supplier index for buy, node index of the source for transfer, notSet for make. */
  laneSource: 'i32',
  laneLeadTimeDays: 'u16',
  laneLeadTimeSd: 'f64',
  /** 1 where the lead time counts working days of the destination's calendar. */
  laneWorkingDays: 'u8',
  laneMoq: 'f64',
  laneMultiple: 'f64',
  /** Grains, or 0 for no limit. */
  laneMaxQty: 'f64',
  laneUnitCost: 'f64',
  lanePriority: 'f64',
  laneShare: 'f64',
  laneReviewDays: 'u16',
  /** The days on which an order may be placed: the lane's own calendar, or that of its supplier. */
  laneCalendar: 'u16',
  laneValidFrom: 'i32',
  laneValidTo: 'i32',
  // Price breaks of buy lanes, by quantity: from `breakMinQty` grains on, one stock unit costs `breakUnitCost`
  breakStart: 'u32',
  breakMinQty: 'f64',
  breakUnitCost: 'f64',
  // Components that an order on the lane consumes: make orders, and buy orders from a subcontractor
  bomStart: 'u32',
  bomNode: 'u32',
  /** Component grains per parent grain, scrap included, as an exact fraction of whole numbers. */
  bomNumerator: 'f64',
  bomDenominator: 'f64',
  bomValidFrom: 'i32',
  bomValidTo: 'i32',
  // Weekly demand history, `meta.historyWeeks` values per node, oldest first, the last week ends before the plan day;
  // NaN where the demand of a week is unknown, as when there was nothing to sell
  historyQty: 'f32',
} as const satisfies ColumnLayout;

/** What a frame says of itself besides its columns. */
export interface FrameMeta {
  readonly datasetVersion: number;
  readonly planDay: number;
  readonly horizonDays: number;
  readonly currency: string;
  readonly historyWeeks: number;
  /** The Monday on which the first history week starts. */
  readonly historyFirstDay: number;
  readonly calendarFirstDay: number;
  readonly calendarSpan: number;
  readonly nodes: number;
  readonly networks: number;
}

export type FrameViews = ColumnViews<typeof frameLayout>;

/** A frame opened over its buffer. */
export interface Frame extends FrameViews {
  readonly meta: FrameMeta;
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
}
