import type { Database } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import { formatDay } from '#core/base/calendar-day.ts';
import { lineValueMinor } from '#core/base/money.ts';
import type { OutboxLine } from '#core/contract/schemas.ts';
import { checkApproval, lineKey, type ApprovalObjection } from '#core/govern/check-approval.ts';
import type { OrderLine, ScenarioChange } from '#core/model/scenario/scenario-record.ts';
import type { DecisionRepository } from '#core/backend/decisions/decision-repository.ts';
import type { OutboxRepository } from '#core/backend/outbox/outbox-repository.ts';
import type { Clock, Ids } from '#core/backend/ports.ts';
import type { ScenarioRepository } from '#core/backend/scenario/scenario-repository.ts';
import type { EventHub } from './event-hub.ts';
import type { PlannedLine } from './planned-lines.ts';

export interface ApprovalRequest {
  readonly datasetVersion: number;
  readonly scenarioRevision: number;
  readonly lines: readonly OrderLine[];
  readonly reason: string;
}

export interface ApprovalService {
  /** Rules GOV-4 to GOV-7. Errors: `data.stale`, `input.invalid`. */
  approve(request: ApprovalRequest): Promise<OutboxLine[]>;
  /** Takes lines back that were not sent, and restores the overrides they came from (SCN-9). */
  takeBack(ids: readonly string[]): OutboxLine[];
  retry(ids: readonly string[]): OutboxLine[];
  lines(): OutboxLine[];
}

export interface ApprovalParts {
  readonly database: Database;
  readonly scenario: ScenarioRepository;
  readonly decisions: DecisionRepository;
  readonly outbox: OutboxRepository;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly user: string;
  readonly datasetVersion: () => number;
  /** The backend's own plan of the networks the lines touch. */
  readonly planLines: (lines: readonly OrderLine[]) => Promise<readonly PlannedLine[]>;
}

/** Turns proposals into decisions: what the backend finds in its own plan, once, in one transaction. */
export function createApprovalService(parts: ApprovalParts): ApprovalService {
  const { database, scenario, decisions, outbox, events, clock, ids, user } = parts;

  function checkCurrent(request: ApprovalRequest): void {
    if (request.datasetVersion === parts.datasetVersion() && request.scenarioRevision === scenario.state().revision) return;
    throw new AppError(
      'data.stale',
      'The data or the scenario changed since this plan was made. Nothing was approved; look at the new plan and approve again.',
      {
        retryable: true,
      },
    );
  }

  const write = database.transaction((request: ApprovalRequest, planned: readonly PlannedLine[]): string[] => {
    checkCurrent(request);
    const at = clock.now().toISOString();
    const free = [...planned];
    const approved = request.lines.map((line) => {
      const index = free.findIndex((candidate) => lineKey(candidate.line) === lineKey(line));
      const [match] = free.splice(index, 1);
      if (!match) throw new AppError('data.stale', 'The plan no longer holds the line. Nothing was approved.');
      return { id: match.overrideId ?? ids.next(), ...match };
    });
    outbox.insertQueued(
      approved.map(({ id, line, companyId, currency, unitCost }) => ({
        id,
        order: line,
        companyId,
        value: lineValueMinor(line.qty, unitCost) / 100,
        currency,
        approvedBy: user,
        approvedAt: at,
      })),
    );
    const withdrawals = approved.flatMap(({ overrideId }): ScenarioChange[] =>
      overrideId === undefined ? [] : [{ kind: 'order.withdraw', orderId: overrideId }],
    );
    scenario.applySealed(withdrawals, at, user);
    decisions.append(at, user, 'plan.approve', {
      reason: request.reason,
      datasetVersion: request.datasetVersion,
      scenarioRevision: request.scenarioRevision,
      lines: approved.map(({ id, line, overrideId }) => ({ id, ...line, typed: overrideId !== undefined })),
    });
    return approved.map(({ id }) => id);
  });

  const writeTakeBack = database.transaction((lineIds: readonly string[]) => {
    const at = clock.now().toISOString();
    const cancelled = outbox.cancel(lineIds, at);
    const restored = lineIds.flatMap((id) => scenario.lastOverride(id) ?? []);
    scenario.applySealed(restored, at, user);
    decisions.append(at, user, 'outbox.cancel', {
      lines: cancelled.map((line) => ({ id: line.id, ...line.order })),
    });
  });

  const writeRetry = database.transaction((lineIds: readonly string[]) => {
    const at = clock.now().toISOString();
    const queued = outbox.requeue(lineIds, at);
    decisions.append(at, user, 'outbox.retry', { lines: queued.map((line) => ({ id: line.id, ...line.order })) });
  });

  function changedLines(lineIds: readonly string[]): OutboxLine[] {
    events.announce('scenarioChanged');
    events.announce('outboxChanged');
    const wanted = new Set(lineIds);
    return outbox.listLines().filter((line) => wanted.has(line.id));
  }

  return {
    async approve(request) {
      checkCurrent(request);
      const planned = await parts.planLines(request.lines);
      const objections = checkApproval(
        request.lines,
        planned.map((candidate) => candidate.line),
      );
      if (objections.length > 0) throw refuse(objections);
      return changedLines(write(request, planned));
    },
    takeBack(lineIds) {
      writeTakeBack(lineIds);
      return changedLines(lineIds);
    },
    retry(lineIds) {
      writeRetry(lineIds);
      return changedLines(lineIds);
    },
    lines: () => outbox.listLines(),
  };
}

function refuse(objections: readonly ApprovalObjection[]): AppError {
  const first = objections[0]!; // called with at least one
  const { line } = first;
  const place = `${line.itemId} at ${line.siteId}, receipt ${formatDay(line.receiptDay)}, quantity ${line.qty}`;
  const more = objections.length > 1 ? ` (and ${objections.length - 1} more)` : '';
  const data = { lines: objections.map((objection) => ({ ...objection.line, rule: objection.rule })) };
  switch (first.rule) {
    case 'GOV-4':
      return new AppError('data.stale', `The plan no longer holds ${place}${more}. Nothing was approved; look at the new plan.`, {
        data,
      });
    case 'GOV-6':
      return new AppError('input.invalid', `${place}: a quantity of zero means "do not order" and cannot be approved${more}.`, {
        data,
      });
    case 'GOV-7':
      return new AppError('input.invalid', `${place} is in the approval twice${more}. Nothing was approved.`, { data });
  }
}
