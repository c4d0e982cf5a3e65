import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { wireErrors } from './errors.ts';
import {
  appInfo,
  backendEvent,
  connectionSettings,
  datasetStatus,
  decision,
  demandLineList,
  orderLine,
  outboxLine,
  progress,
  scenarioChange,
  scenarioRecord,
  scenarioState,
  syncStatus,
} from './schemas.ts';

const base = oc.errors(wireErrors);

/**
 * Everything the renderer can ask of the backend, with types and run-time validation from one source.
 * Bulk columns do not go through here: the renderer fetches them as bytes (`framePath`).
 */
export const contract = {
  app: {
    info: base.output(appInfo),
    events: base.output(eventIterator(backendEvent)),
  },
  dataset: {
    status: base.output(datasetStatus),
  },
  demand: {
    /** The demand history of an item-location line by line, with how each line was treated; empty for one that is not in the data. */
    lines: base.input(z.object({ itemId: z.string().min(1), siteId: z.string().min(1) })).output(demandLineList),
  },
  scenario: {
    state: base.output(scenarioState),
    /** Appends changes made together (one paste, one edit) as one step of undo. */
    apply: base.input(z.object({ revision: z.number().int(), changes: z.array(scenarioChange).min(1) })).output(scenarioState),
    undo: base.output(scenarioState),
    redo: base.output(scenarioState),
    history: base.output(z.array(scenarioRecord)),
  },
  approval: {
    /**
     * Approves lines as they stand in the plan of the named dataset version and scenario revision. The backend
     * plans again and refuses the whole (`data.stale`) where a line is not in its own plan with that quantity.
     */
    approve: base
      .input(
        z.object({
          datasetVersion: z.number().int(),
          scenarioRevision: z.number().int(),
          lines: z.array(orderLine).min(1),
          reason: z.string(),
        }),
      )
      .output(z.array(outboxLine)),
    decisions: base.input(z.object({ limit: z.number().int().min(1).max(1000) })).output(z.array(decision)),
  },
  outbox: {
    lines: base.output(z.array(outboxLine)),
    /** Takes an approved line back before it is sent. */
    cancel: base.input(z.object({ ids: z.array(z.string()).min(1) })).output(z.array(outboxLine)),
    /** Puts a rejected or conflicting line back in the queue. */
    retry: base.input(z.object({ ids: z.array(z.string()).min(1) })).output(z.array(outboxLine)),
  },
  sync: {
    status: base.output(syncStatus),
    connect: base.input(z.object({ settings: connectionSettings, secret: z.string().min(1) })).output(syncStatus),
    pull: base.output(eventIterator(progress)),
    push: base.output(eventIterator(progress)),
  },
};

/** Where the renderer fetches the frame of a dataset version as bytes, in both hosts. */
export function framePath(datasetVersion: number): string {
  return `/frames/${datasetVersion}`;
}
