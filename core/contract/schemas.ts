import { z } from 'zod';

/** Days since 1970-01-01. */
export const calendarDay = z.number().int();
/** A point in time as ISO 8601 in UTC. */
const timestamp = z.string();

export const orderLine = z.object({
  kind: z.enum(['buy', 'transfer', 'make']),
  itemId: z.string().min(1),
  siteId: z.string().min(1),
  sourceId: z.string(),
  orderDay: calendarDay,
  shipDay: calendarDay,
  receiptDay: calendarDay,
  qty: z.number().nonnegative(),
});

export const firmOrder = orderLine.extend({
  id: z.string().min(1),
  origin: z.enum(['override', 'approved']),
  proposedQty: z.number().nonnegative().nullable(),
  reason: z.string(),
});

export const parameterChange = z.object({
  kind: z.literal('parameter.set'),
  itemId: z.string().min(1),
  siteId: z.string().min(1),
  field: z.enum([
    'method',
    'min_qty',
    'max_qty',
    'service_target',
    'safety_stock',
    'safety_days',
    'lead_time_days',
    'lead_time_sd',
    'moq',
    'multiple',
    'review_days',
    'wait_days',
    'safety_lead_time_days',
  ]),
  value: z.union([z.number(), z.string(), z.null()]),
  reason: z.string(),
});

/** A forecast typed over; a reason is asked for unless the week is given back. */
export const forecastChange = z
  .object({
    kind: z.literal('forecast.set'),
    itemId: z.string().min(1),
    siteId: z.string().min(1),
    weekDay: calendarDay,
    qty: z.number().nonnegative().nullable(),
    statisticalQty: z.number().nonnegative(),
    reason: z.string(),
    owner: z.string().min(1),
    expiresOn: calendarDay.nullable(),
  })
  .refine((change) => change.qty === null || change.reason !== '', { path: ['reason'], message: 'Give a reason.' });

const excludedLine = z.object({
  kind: z.literal('history.exclude'),
  itemId: z.string().min(1),
  siteId: z.string().min(1),
  day: calendarDay,
  qty: z.number().positive(),
  /** 0 where the data no longer has such a line. */
  lines: z.number().int().nonnegative(),
  isExcluded: z.boolean(),
  reason: z.string(),
  owner: z.string().min(1),
});

/** A demand line left out of the history, or counted again; a reason is asked for unless it is counted again. */
export const historyExclusion = excludedLine
  .extend({ lines: z.number().int().min(1) })
  .refine((change) => !change.isExcluded || change.reason !== '', { path: ['reason'], message: 'Give a reason.' });

export const scenarioChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order.firm'), order: firmOrder }),
  z.object({ kind: z.literal('order.withdraw'), orderId: z.string().min(1) }),
  parameterChange,
  forecastChange,
  historyExclusion,
]);

export const scenarioRecord = z.object({
  sequence: z.number().int(),
  at: timestamp,
  author: z.string(),
  change: scenarioChange,
});

/** Where a dataset came from and how old it is. */
export const datasetStatus = z.object({
  /** 0 while there is no data. */
  version: z.number().int(),
  planDay: calendarDay,
  horizonDays: z.number().int(),
  currency: z.string(),
  source: z.enum(['none', 'package', 'erp']),
  sourceName: z.string(),
  /** When the data was true in the ERP or read from the package. */
  asOf: timestamp.nullable(),
  rows: z.record(z.string(), z.number().int()),
});

export const scenarioState = z.object({
  id: z.string(),
  name: z.string(),
  /** Counts up with every change, undo and merge; a plan names the revision it was made from. */
  revision: z.number().int(),
  /** Overrides in force. */
  firmOrders: z.array(firmOrder),
  parameters: z.array(parameterChange),
  /** Overrides of the forecast, with those that expired or whose week is over. */
  forecasts: z.array(forecastChange),
  /** Demand lines that are left out of the history, each with how many the data has. */
  exclusions: z.array(excludedLine),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});

/** A line of demand history and what became of it. */
const demandLine = z.object({
  day: calendarDay,
  /** Stock units, without sign. */
  qty: z.number().nonnegative(),
  stream: z.enum(['sale', 'consumption', 'return']),
  channel: z.string().nullable(),
  customer: z.string().nullable(),
  treatment: z.enum(['kept', 'returned', 'cancelled', 'excluded']),
  /** Whose word excludes it: the data's or the scenario's. */
  excludedBy: z.enum(['data', 'plan']).nullable(),
  reason: z.string(),
  owner: z.string(),
  /** The day of the sale or return that it was cancelled with. */
  partnerDay: calendarDay.nullable(),
  /** The size above which a line is unusual, where it is. */
  limitQty: z.number().nullable(),
  /** How many lines of this day and size an exclusion holds for; 0 where it is not for the plan to say. */
  alike: z.number().int().nonnegative(),
});

/** The lines of an item-location, flagged and excluded ones first, then the newest. */
export const demandLineList = z.object({
  lines: z.array(demandLine),
  /** How many there are; more than are listed where there are very many. */
  total: z.number().int(),
  flagged: z.number().int(),
  /** The median size of the lines that count. */
  usualQty: z.number().nullable(),
});

/** The way of an approved line to the ERP. */
export const outboxState = z.enum(['queued', 'sending', 'acknowledged', 'reconciled', 'conflict', 'rejected', 'cancelled']);

export const outboxLine = z.object({
  id: z.string(),
  order: orderLine,
  companyId: z.string(),
  value: z.number(),
  currency: z.string(),
  state: outboxState,
  /** The marker by which the line is found again in the ERP. */
  externalId: z.string(),
  /** The document's own name in the ERP, such as P00042, once known. */
  documentName: z.string().nullable(),
  attempts: z.number().int(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  approvedBy: z.string(),
  approvedAt: timestamp,
  updatedAt: timestamp,
});

export const connectionSettings = z.object({
  name: z.string().min(1),
  kind: z.enum(['odoo', 'sandbox']),
  url: z.url(),
  database: z.string().min(1),
  login: z.string().min(1),
});

export const syncStatus = z.object({
  connection: connectionSettings.nullable(),
  /** Whether a secret is stored for it; the secret itself never comes back. */
  hasSecret: z.boolean(),
  reachable: z.enum(['unknown', 'online', 'offline']),
  running: z.enum(['idle', 'pull', 'push']),
  lastPullAt: timestamp.nullable(),
  lastPullError: z.object({ code: z.string(), message: z.string() }).nullable(),
  outboxCounts: z.record(outboxState, z.number().int()),
});

/** A step of a long task; `total` is null while it is not known. */
export const progress = z.object({
  phase: z.string(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  finished: z.boolean(),
  /** What the task did in the end, by name. */
  summary: z.record(z.string(), z.number()).optional(),
});

export const backendEvent = z.object({
  kind: z.enum(['datasetChanged', 'scenarioChanged', 'outboxChanged', 'syncChanged']),
});

export const decision = z.object({
  sequence: z.number().int(),
  at: timestamp,
  actor: z.string(),
  kind: z.string(),
  text: z.string(),
  hash: z.string(),
});

export const appInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'loopback']),
  user: z.string(),
  demo: z.boolean(),
});

export type DatasetStatus = z.infer<typeof datasetStatus>;
export type ScenarioState = z.infer<typeof scenarioState>;
export type DemandLineList = z.infer<typeof demandLineList>;
export type OutboxLine = z.infer<typeof outboxLine>;
export type OutboxState = z.infer<typeof outboxState>;
export type ConnectionSettings = z.infer<typeof connectionSettings>;
export type SyncStatus = z.infer<typeof syncStatus>;
export type Progress = z.infer<typeof progress>;
export type BackendEvent = z.infer<typeof backendEvent>;
export type Decision = z.infer<typeof decision>;
export type AppInfo = z.infer<typeof appInfo>;
