import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { OrderLine, ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import { findBrokenDecision } from '#core/govern/decision-log.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import { openFrame } from '#core/frame/open-frame.ts';
import { createMemoryPackage } from '#core/model/package/memory-package.ts';
import { composeChanges } from '#core/plan/compose-changes.ts';
import { createDecisionRepository, sha256, type DecisionRepository } from '#core/backend/decisions/decision-repository.ts';
import { createOutboxRepository, type OutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import { createScenarioRepository, type ScenarioRepository } from '#core/backend/scenario/scenario-repository.ts';
import { openPlanStore } from '#core/backend/store/open-plan-store.ts';
import { createApprovalService, type ApprovalService } from './approval-service.ts';
import { createEventHub } from './event-hub.ts';
import { planTouchedLines } from './plan-touched-lines.ts';

const at = '2026-01-05T09:00:00.000Z';
const company = createMemoryPackage(
  { planDay: 20_458, horizonDays: 28, currency: 'EUR' },
  {
    companies: [{ company_id: 'EU', currency: 'GBP' }],
    sites: [{ site_id: 'HUB', company_id: 'EU' }],
    items: [{ item_id: 'P1' }, { item_id: 'P2' }],
    suppliers: [{ supplier_id: 'S1' }],
    demand_open: [
      { order_id: 'SO1', item_id: 'P1', site_id: 'HUB', due_date: 20_465, qty: 50 },
      { order_id: 'SO2', item_id: 'P2', site_id: 'HUB', due_date: 20_465, qty: 7 },
    ],
    lanes: [{ item_id: '*', site_id: 'HUB', kind: 'buy', source_id: 'S1', lead_time_days: 3, multiple: 12, unit_cost: 1.5 }],
  },
);

interface Desk {
  readonly database: Database;
  readonly scenario: ScenarioRepository;
  readonly decisions: DecisionRepository;
  readonly outbox: OutboxRepository;
  readonly approval: ApprovalService;
  planned(): Promise<OrderLine[]>;
}

async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'approval-'));
  const database = openPlanStore(join(folder, 'plan.sqlite'));
  const scenario = createScenarioRepository(database, at);
  const decisions = createDecisionRepository(database);
  const outbox = createOutboxRepository(database);
  const frame = openFrame(await buildFrame(company, 4));
  const forecast = forecastFrame(frame).views;
  let count = 0;
  const planLines = (lines: readonly OrderLine[]): ReturnType<typeof planTouchedLines> =>
    planTouchedLines(frame, forecast, composeChanges(scenario.state(), outbox.listLines()), lines);
  const approval = createApprovalService({
    database,
    scenario,
    decisions,
    outbox,
    events: createEventHub(),
    clock: { now: () => new Date(at) },
    ids: { next: () => `line-${(count += 1)}` },
    user: 'ada',
    datasetVersion: () => 4,
    planLines: (lines) => Promise.resolve(planLines(lines)),
  });
  const everywhere: OrderLine[] = ['P1', 'P2'].map((itemId) => ({
    kind: 'buy',
    itemId,
    siteId: 'HUB',
    sourceId: '',
    orderDay: 0,
    shipDay: 0,
    receiptDay: 0,
    qty: 0,
  }));
  return {
    database,
    scenario,
    decisions,
    outbox,
    approval,
    planned: () => Promise.resolve(planLines(everywhere).map((planned) => planned.line)),
  };
}

function request(desk: Desk, lines: readonly OrderLine[]): Parameters<ApprovalService['approve']>[0] {
  return { datasetVersion: 4, scenarioRevision: desk.scenario.state().revision, lines, reason: '' };
}

function typed(line: OrderLine, qty: number): ScenarioChange {
  return {
    kind: 'order.firm',
    order: { ...line, id: 'typed-1', origin: 'override', qty, proposedQty: line.qty, reason: 'new contract' },
  };
}

describe('approving lines of the plan', () => {
  it('GOV-5 queues the lines, writes the decision and takes the proposals out of the plan', async () => {
    const desk = await openDesk();
    const [first] = await desk.planned();
    expect(first).toMatchObject({ itemId: 'P1', qty: 60, sourceId: 'S1', orderDay: 20_462, receiptDay: 20_465 });
    const lines = await desk.approval.approve(request(desk, [first!])); // the plan holds it, as seen above
    expect(lines).toMatchObject([
      { id: 'line-1', state: 'queued', value: 90, currency: 'GBP', companyId: 'EU', approvedBy: 'ada' },
    ]);
    expect((await desk.planned()).map((line) => line.itemId)).toEqual(['P2']);
    expect(findBrokenDecision(desk.decisions.all(), sha256)).toBeUndefined();
    expect(JSON.parse(desk.decisions.latest(1)[0]?.body ?? '{}')).toMatchObject({
      lines: [{ itemId: 'P1', qty: 60, typed: false }],
    });
  });

  it('GOV-4 refuses the whole where one line is not in the plan', async () => {
    const desk = await openDesk();
    const lines = await desk.planned();
    const changed = lines.map((line) => (line.itemId === 'P2' ? { ...line, qty: 24 } : line));
    await expect(desk.approval.approve(request(desk, changed))).rejects.toMatchObject({ code: 'data.stale' });
    expect([desk.outbox.listLines(), desk.decisions.latest(9)]).toEqual([[], []]);
  });

  it('GOV-4 refuses what was looked at before a change', async () => {
    const desk = await openDesk();
    const [first, second] = await desk.planned();
    const before = request(desk, [first!]); // the plan holds two lines
    desk.scenario.apply(0, [typed(second!, 36)], at, 'ada'); // as above
    await expect(desk.approval.approve(before)).rejects.toMatchObject({ code: 'data.stale' });
  });

  it('SCN-9 approves a typed quantity and gives it back when the line is taken back', async () => {
    const desk = await openDesk();
    const [first] = await desk.planned();
    desk.scenario.apply(0, [typed(first!, 100)], at, 'ada'); // the plan holds two lines
    const typedLine = { ...first!, qty: 100 }; // as above
    expect(await desk.planned()).toContainEqual(typedLine);
    const [approved] = await desk.approval.approve(request(desk, [typedLine]));
    expect([approved?.id, approved?.order.qty, desk.scenario.state().firmOrders]).toEqual(['typed-1', 100, []]);
    expect(desk.scenario.state().canUndo).toBe(false);
    expect(desk.approval.takeBack(['typed-1'])).toMatchObject([{ state: 'cancelled' }]);
    expect(desk.scenario.state().firmOrders).toMatchObject([{ id: 'typed-1', qty: 100, reason: 'new contract' }]);
  });

  it('GOV-7 refuses a line that is already approved', async () => {
    const desk = await openDesk();
    const [first] = await desk.planned();
    await desk.approval.approve(request(desk, [first!])); // the plan holds two lines
    await expect(desk.approval.approve(request(desk, [first!]))).rejects.toMatchObject({ code: 'data.stale' }); // as above
    expect(desk.outbox.listLines()).toHaveLength(1);
  });
});
