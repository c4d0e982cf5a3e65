import { countAlike, judgeDemandLines, lineKey } from '#core/backend/services/judge-demand-lines.ts';
import type { CacheStore } from '#core/backend/store/cache-store.ts';
import type { ScenarioRepository } from './scenario-repository.ts';

/**
 * The scenario, in which every exclusion says how many lines the data of the moment has for it (SCN-15): after a pull a line may
 * have been cancelled or be gone, and taking it out of the history once more would lower the demand. What was counted is kept
 * while the dataset is the same. Errors: those of the repository and of the cache.
 */
export function countExcludedLines(scenario: ScenarioRepository, cache: CacheStore): ScenarioRepository {
  let version = 0;
  const counts = new Map<string, ReadonlyMap<string, number>>();
  function countsAt(itemId: string, siteId: string): ReadonlyMap<string, number> {
    const place = JSON.stringify([itemId, siteId]);
    const known = counts.get(place) ?? countAlike(judgeDemandLines(cache.historyOf(itemId, siteId), []));
    counts.set(place, known);
    return known;
  }
  return {
    ...scenario,
    state() {
      const state = scenario.state();
      if (state.exclusions.length === 0) return state;
      const now = cache.status().version;
      if (now !== version) counts.clear();
      version = now;
      const exclusions = state.exclusions.map((each) => ({
        ...each,
        lines: countsAt(each.itemId, each.siteId).get(lineKey(each)) ?? 0,
      }));
      return { ...state, exclusions };
    },
  };
}
