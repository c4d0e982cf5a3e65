import type { Database } from 'better-sqlite3';
import { AppError } from '#core/base/app-error.ts';
import type { ScenarioState } from '#core/contract/schemas.ts';
import { foldScenario } from '#core/model/scenario/fold-scenario.ts';
import type { ScenarioChange, ScenarioRecord } from '#core/model/scenario/scenario-record.ts';

/** The scenario that exists from the start; further ones branch from it. */
export const workingScenarioId = 'working';

interface StepRow {
  readonly step: number;
}
interface RecordRow {
  readonly sequence: number;
  readonly at: string;
  readonly author: string;
  readonly change: string;
}

export interface ScenarioRepository {
  state(): ScenarioState;
  history(): ScenarioRecord[];
  /** Appends one step of undo. Errors: `data.stale` where the caller saw another revision. */
  apply(revision: number, changes: readonly ScenarioChange[], at: string, author: string): void;
  /** Appends a step that undo does not cross, as part of the caller's transaction. */
  applySealed(changes: readonly ScenarioChange[], at: string, author: string): void;
  undo(): void;
  redo(): void;
  /** The last override recorded under an id, though it may have been withdrawn since. */
  lastOverride(orderId: string): Extract<ScenarioChange, { readonly kind: 'order.firm' }> | undefined;
}

/** The working scenario in plan.sqlite: records are only ever added, undo moves a mark over whole steps. */
export function createScenarioRepository(database: Database, createdAt: string): ScenarioRepository {
  database
    .prepare(`INSERT OR IGNORE INTO scenario (id, name, revision, created_at) VALUES (?, 'Working plan', 0, ?)`)
    .run(workingScenarioId, createdAt);

  const selectScenario = database.prepare<[string], { name: string; revision: number }>(
    `SELECT name, revision FROM scenario WHERE id = ?`,
  );
  const selectChanges = database.prepare<[string], { change: string }>(
    `SELECT change FROM scenario_record JOIN scenario_step USING (scenario_id, step)
     WHERE scenario_id = ? AND state = 'done' ORDER BY sequence`,
  );
  const selectHistory = database.prepare<[string], RecordRow>(
    `SELECT sequence, at, author, change FROM scenario_record WHERE scenario_id = ? ORDER BY sequence`,
  );
  const selectUndoStep = database.prepare<[string], StepRow>(
    `SELECT step FROM scenario_step WHERE scenario_id = ? AND state = 'done' AND sealed = 0 ORDER BY step DESC LIMIT 1`,
  );
  const selectRedoStep = database.prepare<[string], StepRow>(
    `SELECT step FROM scenario_step WHERE scenario_id = ? AND state = 'undone' ORDER BY step LIMIT 1`,
  );
  const selectNextStep = database.prepare<[string], StepRow>(
    `SELECT coalesce(max(step), 0) + 1 AS step FROM scenario_step WHERE scenario_id = ?`,
  );
  const selectOverride = database.prepare<[string, string], { change: string }>(
    `SELECT change FROM scenario_record
     WHERE scenario_id = ? AND change ->> '$.kind' = 'order.firm' AND change ->> '$.order.id' = ?
     ORDER BY sequence DESC LIMIT 1`,
  );
  const discardUndone = database.prepare(
    `UPDATE scenario_step SET state = 'discarded' WHERE scenario_id = ? AND state = 'undone'`,
  );
  const insertStep = database.prepare(`INSERT INTO scenario_step (scenario_id, step, state, sealed) VALUES (?, ?, 'done', ?)`);
  const sealSteps = database.prepare(`UPDATE scenario_step SET sealed = 1 WHERE scenario_id = ? AND state = 'done'`);
  const insertRecord = database.prepare(
    `INSERT INTO scenario_record (scenario_id, step, at, author, change) VALUES (?, ?, ?, ?, ?)`,
  );
  const setStepState = database.prepare(`UPDATE scenario_step SET state = ? WHERE scenario_id = ? AND step = ?`);
  const countRevision = database.prepare(`UPDATE scenario SET revision = revision + 1 WHERE id = ?`);

  function scenarioRow(): { name: string; revision: number } {
    const row = selectScenario.get(workingScenarioId);
    if (!row) throw new AppError('db.corrupt', 'The working scenario is missing from the plan store. Restore the last backup.');
    return row;
  }

  function append(changes: readonly ScenarioChange[], at: string, author: string, sealed: boolean): void {
    const step = selectNextStep.get(workingScenarioId)?.step ?? 1;
    discardUndone.run(workingScenarioId);
    insertStep.run(workingScenarioId, step, sealed ? 1 : 0);
    if (sealed) sealSteps.run(workingScenarioId);
    for (const change of changes) insertRecord.run(workingScenarioId, step, at, author, JSON.stringify(change));
    countRevision.run(workingScenarioId);
  }

  function move(row: StepRow | undefined, state: 'done' | 'undone'): void {
    if (!row) return;
    setStepState.run(state, workingScenarioId, row.step);
    countRevision.run(workingScenarioId);
  }

  return {
    state() {
      const { name, revision } = scenarioRow();
      const content = foldScenario(selectChanges.all(workingScenarioId).map((row) => parseChange(row.change)));
      return {
        id: workingScenarioId,
        name,
        revision,
        firmOrders: [...content.firmOrders],
        parameters: [...content.parameters],
        forecasts: [...content.forecasts],
        exclusions: [...content.exclusions],
        canUndo: selectUndoStep.get(workingScenarioId) !== undefined,
        canRedo: selectRedoStep.get(workingScenarioId) !== undefined,
      };
    },
    history() {
      return selectHistory
        .all(workingScenarioId)
        .map((row) => ({ sequence: row.sequence, at: row.at, author: row.author, change: parseChange(row.change) }));
    },
    apply: database.transaction((revision: number, changes: readonly ScenarioChange[], at: string, author: string) => {
      if (scenarioRow().revision !== revision)
        throw new AppError(
          'data.stale',
          'The scenario was changed in another window. The newer state is shown now; repeat the change.',
          {
            retryable: true,
          },
        );
      append(changes, at, author, false);
    }),
    applySealed(changes, at, author) {
      append(changes, at, author, true);
    },
    undo: database.transaction(() => move(selectUndoStep.get(workingScenarioId), 'undone')),
    redo: database.transaction(() => move(selectRedoStep.get(workingScenarioId), 'done')),
    lastOverride(orderId) {
      const row = selectOverride.get(workingScenarioId, orderId);
      const change = row && parseChange(row.change);
      return change?.kind === 'order.firm' ? change : undefined;
    },
  };
}

function parseChange(text: string): ScenarioChange {
  return JSON.parse(text) as ScenarioChange; // validated by the contract before it was stored
}
