import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import type { ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import { createScenarioRepository, type ScenarioRepository } from './scenario-repository.ts';

const at = '2026-01-05T09:00:00Z';

async function newScenario(): Promise<ScenarioRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  return createScenarioRepository(openPlanStore(join(folder, 'plan.sqlite')), at);
}

function moq(itemId: string, value: number): ScenarioChange {
  return { kind: 'parameter.set', itemId, siteId: 'HUB', field: 'moq', value, reason: '' };
}

function valuesOf(scenario: ScenarioRepository): unknown[] {
  return scenario.state().parameters.map((change) => change.value);
}

describe('the working scenario', () => {
  it('SCN-6 refuses a change made from another revision', async () => {
    const scenario = await newScenario();
    scenario.apply(0, [moq('P1', 10)], at, 'ada');
    expect(() => scenario.apply(0, [moq('P1', 20)], at, 'ben')).toThrow('changed in another window');
    expect(valuesOf(scenario)).toEqual([10]);
  });

  it('SCN-7 undoes and redoes whole steps, and a new change drops what could be redone', async () => {
    const scenario = await newScenario();
    scenario.apply(0, [moq('P1', 10), moq('P2', 10)], at, 'ada');
    scenario.apply(1, [moq('P1', 20)], at, 'ada');
    scenario.undo();
    expect(valuesOf(scenario)).toEqual([10, 10]);
    scenario.undo();
    expect([valuesOf(scenario), scenario.state().canUndo, scenario.state().canRedo]).toEqual([[], false, true]);
    scenario.redo();
    expect(valuesOf(scenario)).toEqual([10, 10]);
    scenario.apply(scenario.state().revision, [moq('P3', 5)], at, 'ada');
    expect(scenario.state().canRedo).toBe(false);
    expect(scenario.history()).toHaveLength(4);
  });

  it('SCN-8 does not undo across a sealed step', async () => {
    const scenario = await newScenario();
    scenario.apply(0, [moq('P1', 10)], at, 'ada');
    scenario.applySealed([], at, 'ada');
    scenario.undo();
    expect([valuesOf(scenario), scenario.state().canUndo]).toEqual([[10], false]);
  });
});
