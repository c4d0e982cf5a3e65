import type { ColumnLayout, ColumnViews } from '#core/frame/columns.ts';

/**
 * What decides on the safety stock of a stage now: what its service target or nothing says, a quantity somebody typed, or levels
 * and days of cover, which a placement leaves as they are. The position is its code.
 */
export const stageKinds = ['free', 'typed', 'fixed'] as const;
export type StageKind = (typeof stageKinds)[number];

/** Why a network has no placement; the position is its code. */
export const leftOutReasons = [
  'shares',
  'component',
  'levels',
  'not_stocked',
  'replaced',
  'not_supplied',
  'unknown_spread',
  'no_target',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** One row per stage; the stages of a network stand together, each after its supplier. Quantities are stock units. */
export const stageLayout = {
  node: 'u32',
  /** Position in `stageKinds`. */
  kind: 'u8',
  /** Row of the stage that supplies it; notSet for the first of its network. */
  supplier: 'i32',
  /** Lead time and review. */
  processingDays: 'u16',
  /** Days until what it ordered leaves its supplier, and within which it delivers itself. */
  inboundDays: 'u16',
  serviceDays: 'u16',
  /** Days of demand its safety stock covers: inbound + processing - service. */
  coveredDays: 'u16',
  /** z of the demand bound, and the deviation of a day of the demand it sees. */
  factor: 'f64',
  sigma: 'f64',
  /** Deviation that the spread of its own lead time adds, mean demand · deviation of the lead time. */
  spread: 'f64',
  /** Safety stock held now, placed, and held where every stage waits for no other; the last two in whole steps. */
  now: 'f64',
  placed: 'f64',
  alone: 'f64',
  unitCost: 'f64',
} as const satisfies ColumnLayout;

/** One row per network that would change. */
export const networkLayout = {
  /** Its stages are rows [firstStage, endStage). */
  firstStage: 'u32',
  endStage: 'u32',
} as const satisfies ColumnLayout;

/** One row per network without a placement: the site that says why. */
export const leftOutLayout = {
  node: 'u32',
  /** Position in `leftOutReasons`. */
  reason: 'u8',
} as const satisfies ColumnLayout;

/** Rows of columns that are all used. */
export interface Rows<Layout extends ColumnLayout> {
  readonly length: number;
  readonly views: ColumnViews<Layout>;
}

/** Where the networks of a plan would hold their safety stock. Plain data: it crosses from workers as it is. */
export interface Placements {
  readonly networks: Rows<typeof networkLayout>;
  readonly stages: Rows<typeof stageLayout>;
  readonly leftOut: Rows<typeof leftOutLayout>;
  /** Networks that hold what would be placed. */
  readonly settled: number;
}
