import { demandClasses } from '#core/demand/classify/classify-demand.ts';
import { lifecycles as demandLives } from '#core/demand/classify/lifecycle-of.ts';
import { levelCandidates } from '#core/demand/forecast/forecast-level.ts';
import { trendCandidates } from '#core/demand/portfolio/trend-candidates.ts';
import { grainsPerStep } from '#core/base/quantity.ts';
import { codeOf, lifecycles } from '#core/frame/codes.ts';
import { text } from '#renderer/text/text.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';
import type { DemandMeasures } from './demand-measures.ts';

/** From this size on the forecast lies to one side of what came: noise alone exceeds it rarely. */
export const signalLimit = 8;

const ended = demandLives.indexOf('ended');
const phaseOut = codeOf(lifecycles, 'phase_out');

export function isBiased(measures: DemandMeasures, node: number): boolean {
  return Math.abs(measures.signal[node] ?? 0) >= signalLimit;
}

/** The item is to end, or stopped selling, and yet at least one piece is expected within the horizon. */
export function isEnding({ frame, forecast }: Planned, measures: DemandMeasures, node: number): boolean {
  const hasEnded = measures.life[node] === ended || (frame.itemLifecycle[frame.nodeItem[node] ?? 0] ?? 0) >= phaseOut;
  return hasEnded && ((forecast.forecastLevel[node] ?? 0) * frame.meta.horizonDays) / 7 >= grainsPerStep;
}

/** The lifecycle in words: what the data says of the item where that is not "active", and what its sales say. */
export function lifeWords({ frame }: Planned, measures: DemandMeasures, node: number): string {
  const declared = lifecycles[frame.itemLifecycle[frame.nodeItem[node] ?? 0] ?? 0];
  const sold = demandLives[measures.life[node] ?? 0] ?? 'active';
  const words: string[] = [];
  if (declared === 'phase_out' || declared === 'obsolete') words.push(text(`demand.life.${declared}`));
  if (sold !== 'active' || words.length === 0) words.push(text(`demand.life.${sold}`));
  return words.join(', ');
}

export const classNames = (): readonly string[] => demandClasses.map((name) => text(`demand.class.${name}`));

const models = ['none', ...levelCandidates, ...trendCandidates, 'family_analogue'] as const;

/** A model by its name in words; one that is not known stands as it is. */
export function modelName(name: string): string {
  const known = models.find((model) => model === name);
  return known === undefined ? name : text(`demand.model.${known}`);
}
