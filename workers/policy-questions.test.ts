import { expect, it } from 'vitest';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { collectReceipts } from '#core/insight/parameters/collect-receipts.ts';
import { proposalAt } from '#core/insight/parameters/proposal-at.ts';
import { packReceipts } from '#core/insight/receipts/receipt-buffer.ts';
import { fromGrains } from '#core/base/quantity.ts';
import { noChanges } from '#core/plan/plan-changes.ts';
import { createPlanService } from './create-plan-service.ts';
import { spawnWorkerThread } from './spawn.node.ts';

it.each([true, false])(
  'POL-71 POL-73 POL-88 questions about policies are answered under the last plan, shared memory: %s',
  async (shared) => {
    const company = createDemoCompany({ seed: 1, itemLocations: 300, planDay: 20_458, historyWeeks: 60 });
    const bytes = await buildFrame(company, 1);
    const frame = openFrame(bytes);
    const receipts = packReceipts(await collectReceipts(company, frame));
    const forecast = forecastFrame(frame).buffer;
    const pool = createPlanService({ workers: 2, shared, spawn: spawnWorkerThread, now: () => 0 });
    try {
      await pool.load(bytes, forecast, receipts);
      await expect(pool.readPolicies()).rejects.toThrow('no plan yet');
      const { result } = await pool.plan(noChanges);
      const before = await pool.readPolicies();
      const node = before.isJudged.findIndex((judged, at) => judged === 1 && before.serviceTarget[at] === 0.975);
      const units = fromGrains(result.nodeProtected[node] ?? NaN, frame.itemDecimals[frame.nodeItem[node] ?? 0] ?? 0);
      expect(before.safetyStock[node]).toBe(units);

      const all = Uint32Array.from({ length: frame.meta.nodes }, (_, at) => at);
      const { points, current } = await pool.policyCurve(all);
      const point = points.find(({ fillRate }) => fillRate > current.fillRate);
      const moves = await pool.policyMoves(all, point?.multiplier ?? NaN);
      expect(moves.valueChanges.reduce((sum, change) => sum + change, 0)).toBeCloseTo((point?.value ?? NaN) - current.value, 3);

      const proposals = await pool.proposeParameters();
      const kinds = Array.from({ length: proposals.length }, (_, row) => proposalAt(proposals, row).kind);
      expect(kinds).toContain('lead_time');

      const placed = await pool.placeSafetyStock();
      expect(placed.networks.length).toBeGreaterThan(10);
      expect(placed.stages.views.node.length).toBe(placed.networks.views.endStage[placed.networks.length - 1]);

      const reader = { item: frame.nodeItem[node] ?? 0, site: frame.nodeSite[node] ?? 0 };
      const idOf = (column: Uint8Array, ends: Uint32Array, at: number): string =>
        new TextDecoder().decode(column.slice(at === 0 ? 0 : ends[at - 1], ends[at]));
      const parameter = {
        kind: 'parameter.set',
        itemId: idOf(frame.itemIdBytes, frame.itemIdEnds, reader.item),
        siteId: idOf(frame.siteIdBytes, frame.siteIdEnds, reader.site),
        field: 'service_target',
        value: 0.5,
        reason: '',
      } as const;
      await pool.plan({ ...noChanges, parameters: [parameter] });
      // Asked of every worker: each answers under the newest changes.
      for (let worker = 0; worker < 2; worker += 1) expect((await pool.readPolicies()).serviceTarget[node]).toBe(0.5);
    } finally {
      await pool.dispose();
    }
  },
);
