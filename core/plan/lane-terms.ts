import { notSet } from '#core/frame/frame-layout.ts';
import { unsetQuantity } from './unset-quantity.ts';

/** What orders on one lane of the node in work go by, with the next lane by priority. Gathered once, as every line asks for it. */
export interface LaneTerms {
  next: LaneTerms | undefined;
  /** Index of the lane in the frame. */
  lane: number;
  kind: number;
  /** Supplier index for buy, node index of the source for transfer, notSet for make. */
  source: number;
  /** The same as plans say it: site index for transfer. */
  orderSource: number;
  /** The first day on which the lane takes an order; notSet where it may not be used. */
  firstOrderDay: number;
  leadTimeDays: number;
  hasWorkingDays: boolean;
  calendar: number;
  validFrom: number;
  validTo: number;
  reviewDays: number;
  /** Days that a lot covers; notSet where the lot rule weighs its costs. */
  lotDays: number;
  /** Whether lots are whole ones of a fixed or an economic size. */
  hasLotSize: boolean;
  share: number;
  moq: number;
  multiple: number;
  /** Grains, or 0 for no limit. */
  maxQty: number;
  /** What a stock unit costs below every price break. */
  unitCost: number;
  hasBreaks: boolean;
  hasComponents: boolean;
}

/** Terms of no lane. Does not throw. @example createLaneTerms().lane === notSet */
export function createLaneTerms(): LaneTerms {
  return {
    next: undefined,
    lane: notSet,
    kind: 0,
    source: notSet,
    orderSource: notSet,
    firstOrderDay: notSet,
    leadTimeDays: 0,
    hasWorkingDays: false,
    calendar: 0,
    validFrom: notSet,
    validTo: notSet,
    reviewDays: 0,
    lotDays: 1,
    hasLotSize: false,
    share: unsetQuantity,
    moq: unsetQuantity,
    multiple: unsetQuantity,
    maxQty: unsetQuantity,
    unitCost: unsetQuantity,
    hasBreaks: false,
    hasComponents: false,
  };
}
