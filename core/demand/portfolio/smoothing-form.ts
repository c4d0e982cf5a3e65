/** How a season joins the level: not at all, by adding, or by multiplying. */
export type SeasonForm = 'none' | 'additive' | 'multiplicative';

/** One member of the exponential smoothing family, in the taxonomy of Hyndman, Koehler, Ord and Snyder (2008). */
export interface SmoothingForm {
  readonly season: SeasonForm;
  /** Relative errors (multiplicative) or absolute ones (additive). */
  readonly relativeErrors: boolean;
  readonly trend: 'none' | 'linear' | 'damped';
}

const trends = ['none', 'damped', 'linear'] as const;

/** All three trends of one season form. */
function formsOf(season: SeasonForm, relativeErrors: boolean): readonly SmoothingForm[] {
  return trends.map((trend) => ({ season, relativeErrors, trend }));
}

const positiveForms = [...formsOf('none', true), ...formsOf('additive', false), ...formsOf('multiplicative', true)];
const signedForms = [...formsOf('none', false), ...formsOf('additive', false)];

/**
 * The forms worth fitting (rule DEM-61): relative errors and multiplicative seasons need demand above zero in every period, a
 * season needs two full ones and a period. Does not throw.
 *
 * @example smoothingForms(40, 1, true).map(({ trend }) => trend) is ['none', 'damped', 'linear']
 */
export function smoothingForms(periods: number, season: number, allPositive: boolean): readonly SmoothingForm[] {
  const forms = allPositive ? positiveForms : signedForms;
  return season > 1 && periods > 2 * season ? forms : forms.filter((form) => form.season === 'none');
}
