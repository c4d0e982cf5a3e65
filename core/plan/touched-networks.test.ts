import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/app-error.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { Frame } from '#core/frame/frame-layout.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { planDay, randomTables } from '#core/frame/testing/random-tables.ts';
import { createMemoryPackage, type MemoryTables } from '#core/model/package/memory-package.ts';
import { createFrameLookup } from './frame-lookup.ts';
import { keptRows, numberFirmLines } from './kept-rows.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { resolveChanges } from './node-changes.ts';
import { planFrame } from './testing/plan-case.ts';
import { randomChanges } from './testing/random-changes.ts';
import { touchedNetworks } from './touched-networks.ts';

/** The frame of a package, or undefined where its lanes or recipes go in a circle. */
async function frameOf(tables: MemoryTables): Promise<Frame | undefined> {
  try {
    return openFrame(await buildFrame(createMemoryPackage({ planDay, horizonDays: 28, currency: 'EUR' }, tables), 1));
  } catch (error) {
    if (error instanceof AppError && error.code === 'plan.cycle') return undefined;
    throw error;
  }
}

describe('the networks that changes touch', () => {
  it('PLN-27 planning them alone gives the plan of everything, for any package and any two sets of changes', async () => {
    let parts = 0;
    await fc.assert(
      fc.asyncProperty(randomTables, randomChanges, randomChanges, async (tables, before, after) => {
        const frame = await frameOf(tables);
        if (!frame) return;
        const lookup = createFrameLookup(frame);
        const next = resolveChanges(frame, lookup, after);
        const touched = touchedNetworks(frame, resolveChanges(frame, lookup, before), next);
        if (touched.length > 0 && touched.length < frame.meta.networks) parts += 1;
        const { planner, result } = planFrame(frame, before);
        planner.restart(next);
        const planned = [...touched].map((network) => planner.planNetworks(network, network + 1));
        const merged = mergeBlocks(frame, [
          ...keptRows(frame, result, touched).map((rows) => ({ rows, columns: result })),
          ...planned.map((rows) => ({ rows, columns: planner.columns() })),
        ]);
        numberFirmLines(merged, next);
        expect(new Uint8Array(merged.buffer)).toEqual(new Uint8Array(planFrame(frame, after).result.buffer));
      }),
      { numRuns: 150 },
    );
    expect(parts).toBeGreaterThan(25);
  });
});
