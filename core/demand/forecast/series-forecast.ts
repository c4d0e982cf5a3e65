import type { CandidateRecord } from '#core/demand/select/judge-candidates.ts';
import type { TotalDemand } from '#core/demand/uncertainty/total-demand.ts';

/** One candidate of a series: what it would forecast and how it did. */
export interface Candidate {
  readonly name: string;
  /** Its forecast of the total over the protection, mean per period. */
  readonly level: number;
  /** Its forecast of each period of the horizon; null where that is the level in every period. */
  readonly means: Float64Array | null;
  readonly record: CandidateRecord;
}

/** Why the model was chosen. */
export type ChoiceReason = 'no_demand' | 'combination' | 'too_short' | 'clearly_better';

/** The forecast of one series with all that explains it. */
export interface SeriesForecast {
  /** Expected demand of each period of the horizon. */
  readonly mean: Float64Array;
  /** Position in `demandClasses`. */
  readonly demandClass: number;
  readonly model: string;
  readonly reason: ChoiceReason;
  readonly candidates: readonly Candidate[];
  /** The candidates were judged without the season of the family, which the mean has again. */
  readonly isWithoutSeason?: boolean;
  /** The total over the protection: its mean and variance. */
  readonly total: TotalDemand;
}
