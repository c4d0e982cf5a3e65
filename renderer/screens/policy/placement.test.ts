import { describe, expect, it } from 'vitest';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { placeItemNetworks } from '#core/insight/placement/place-item-networks.ts';
import { stageKinds, type Placements } from '#core/insight/placement/placement-columns.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import { createFrameReader } from '#renderer/inspector/frame-reader.ts';
import { changesOfPlacements, placementKey } from './accept-placement.ts';
import { leftOutColumns, placementListColumns } from './placement-list-columns.ts';
import { placementMoney, placementSums, stageKind, stageRows } from './placement-money.ts';
import { placementRows } from './placement-rows.ts';
import { stagesInWords } from './placement-words.ts';

const company = createDemoCompany({ seed: 1, itemLocations: 600, planDay: 20_458, historyWeeks: 60 });
const { frame, result } = await planCase(company);
const placements = placeItemNetworks(frame, forecastFrame(frame).views, result);
const reader = createFrameReader(frame, 'en');
const all = Array.from({ length: placements.networks.length }, (_, network) => network);

/** The placements with another kind of every stage. */
function ofKind(kind: (typeof stageKinds)[number]): Placements {
  const { views } = placements.stages;
  const codes = views.kind.slice().fill(stageKinds.indexOf(kind));
  return { ...placements, stages: { ...placements.stages, views: { ...views, kind: codes } } };
}

describe('the list of placements', () => {
  it('DSK-56 adds up money per currency, which the sums of the list repeat', () => {
    const sums = { EUR: placementSums(placements, reader, 'EUR'), GBP: placementSums(placements, reader, 'GBP') };
    for (const network of all) {
      for (const { currency, now, placed, alone } of placementMoney(placements, network, reader)) {
        if (currency !== 'EUR' && currency !== 'GBP') continue;
        expect([sums[currency].now[network], sums[currency].placed[network], sums[currency].alone[network]]).toEqual([
          now,
          placed,
          alone,
        ]);
      }
    }
    const [first] = all.map((network) => placementKey(placements, network));
    expect(first).toBe(String(placements.stages.views.node[0]));
  });

  it('DSK-56 shows sites from supplier to customer, savings with their sign, and why a network is left out', () => {
    const sums = placementSums(placements, reader, 'EUR');
    const columns = placementListColumns(placements, sums, reader, 'EUR', (network) => network === 0);
    const textAt = (id: string) => columns.find((column) => column.id === id)?.textAt(0);
    expect(textAt('sites')).toMatch(/^(HUB|PLT)( \w+)+$/);
    expect(columns[0]?.isMarkedAt?.(0, 'approved')).toBe(true);
    expect(columns.map(({ id }) => id)).toEqual([
      'item',
      'sites',
      'now',
      'placed',
      'saving',
      'alone',
      'elsewhere',
      'stays',
      'name',
    ]);
    expect(placements.leftOut.length).toBeGreaterThan(0);
    expect(leftOutColumns(placements, reader)[2]?.textAt(0)).not.toBe('');
  });

  it('DSK-56 lists networks with a site in the segment, those that save most first', () => {
    const sums = placementSums(placements, reader, 'EUR');
    const saving = (network: number): number => (sums.now[network] ?? NaN) - (sums.placed[network] ?? NaN);
    const everything = placementRows(
      placements,
      sums,
      Uint32Array.from({ length: frame.meta.nodes }, (_, node) => node),
      frame.meta.nodes,
    );
    expect(everything.networks).toHaveLength(all.length);
    everything.networks.forEach((network, at) =>
      expect(saving(network)).toBeLessThanOrEqual(saving(everything.networks[at - 1] ?? network)),
    );
    expect(everything.leftOut).toHaveLength(placements.leftOut.length);
    expect(everything.now - everything.placed).toBeCloseTo(
      all.map(saving).reduce((sum, each) => sum + each, 0),
      3,
    );
    const [, second = 0] = stageRows(placements, 1).map((row) => placements.stages.views.node[row]);
    expect([...placementRows(placements, sums, Uint32Array.of(second), frame.meta.nodes).networks]).toEqual([1]);
  });

  it('DSK-57 explains each stage by terms that give its quantity', () => {
    const { views } = placements.stages;
    for (const network of all) {
      for (const stage of stagesInWords(placements, network, reader)) {
        const supplier = views.supplier[stage.row] ?? -1;
        expect(stage.depth === 0).toBe(supplier < 0);
        if (stage.kind === 'fixed') expect([stage.terms, stage.isChanged]).toEqual(['', false]);
        else expect(Math.max(0, Math.ceil(stage.exact - 1e-6))).toBe(views.placed[stage.row]);
      }
    }
  });
});

describe('accepting a placement', () => {
  it('DSK-58 writes the stages that change, each with its reason, and nothing of those that stay', async () => {
    const { changes, kept } = await changesOfPlacements(placements, all, reader, () => false);
    const { now, placed } = placements.stages.views;
    const changed = all.flatMap((network) =>
      stageRows(placements, network).filter((row) => now[row] !== placed[row] && stageKind(placements, row) === 'free'),
    );
    expect(kept).toBe(0);
    expect(changes).toHaveLength(changed.length);
    expect(changes[0]).toMatchObject({
      kind: 'parameter.set',
      field: 'safety_stock',
      value: placed[changed[0] ?? NaN],
      reason: expect.stringMatching(/^Placement in the network: covers \d+ d, delivers within \d+ d$/) as string,
    });
    expect(await changesOfPlacements(ofKind('fixed'), all, reader, () => true)).toEqual({ changes: [], kept: 0 });
  });

  it('DSK-58 replaces what was typed only where it was chosen', async () => {
    const typed = ofKind('typed');
    const [first = 0] = stageRows(typed, 0).filter((row) => typed.stages.views.now[row] !== typed.stages.views.placed[row]);
    const node = typed.stages.views.node[first];
    const none = await changesOfPlacements(typed, [0], reader, () => false);
    expect(none.changes).toEqual([]);
    expect(none.kept).toBeGreaterThan(0);
    const one = await changesOfPlacements(typed, [0], reader, (each) => each === node);
    expect([one.changes.length, one.kept]).toEqual([1, none.kept - 1]);
  });
});
