import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { scenarioChange, scenarioRecord, scenarioState } from '#core/contract/schemas.ts';
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

function forecast(qty: number | null, reason = 'trade fair'): Extract<ScenarioChange, { readonly kind: 'forecast.set' }> {
  const why = { statisticalQty: 40, reason, owner: 'ada', expiresOn: 20_500 };
  return { kind: 'forecast.set', itemId: 'P1', siteId: 'HUB', weekDay: 20_458, qty, ...why };
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

  it('SCN-10 keeps overrides of the forecast as they were typed, through undo and redo, and what they took the place of', async () => {
    const scenario = await newScenario();
    scenario.apply(0, [forecast(50)], at, 'ada');
    expect(scenarioState.parse(scenario.state()).forecasts).toEqual([forecast(50)]);
    scenario.apply(1, [forecast(60, 'larger stand')], at, 'ben');
    expect(scenario.state().forecasts).toEqual([forecast(60, 'larger stand')]);
    scenario.undo();
    expect(scenario.state().forecasts).toEqual([forecast(50)]);
    scenario.redo();
    scenario.apply(4, [forecast(null, '')], at, 'ben');
    expect(scenario.state().forecasts).toEqual([]);
    scenario.undo();
    expect(scenario.state().forecasts).toEqual([forecast(60, 'larger stand')]);
    const written = z.array(scenarioRecord).parse(scenario.history());
    expect(written.map(({ author, change }) => [author, change.kind === 'forecast.set' && change.qty])).toEqual([
      ['ada', 50],
      ['ben', 60],
      ['ben', null],
    ]);
  });

  it('SCN-10 asks for an owner, and for a reason unless a week is given back', () => {
    const isTaken = (change: unknown): boolean => scenarioChange.safeParse(change).success;
    expect([forecast(50), forecast(0), forecast(50, ''), forecast(null, '')].map(isTaken)).toEqual([true, true, false, true]);
    expect([{ ...forecast(50), owner: '' }, forecast(-1), { ...forecast(50), weekDay: 0.5 }].map(isTaken)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('SCN-8 does not undo across a sealed step', async () => {
    const scenario = await newScenario();
    scenario.apply(0, [moq('P1', 10)], at, 'ada');
    scenario.applySealed([], at, 'ada');
    scenario.undo();
    expect([valuesOf(scenario), scenario.state().canUndo]).toEqual([[10], false]);
  });
});
