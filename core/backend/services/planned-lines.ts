import type { OrderLine } from '#core/model/scenario/scenario-record.ts';

/** An order line as the backend's own plan holds it, with what its approval has to record. */
export interface PlannedLine {
  readonly line: OrderLine;
  /** The firm order it stands for, where the planner typed it. */
  readonly overrideId: string | undefined;
  readonly companyId: string;
  readonly currency: string;
  /** Major units of the company's currency. */
  readonly unitCost: number;
}
