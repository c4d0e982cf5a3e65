/** What people decided. Everything here is precious; nothing can be rebuilt from the ERP. */
export const initialMigration = {
  number: 10,
  name: 'initial',
  sql: `
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

-- A step is what one gesture changed (an edit, a paste); undo and redo move over whole steps. An edit after an
-- undo discards what could have been redone, but keeps it readable. Steps up to an approval are sealed.
CREATE TABLE scenario_step (
  scenario_id TEXT NOT NULL REFERENCES scenario(id),
  step INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
  sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  PRIMARY KEY (scenario_id, step)
) STRICT;

CREATE TABLE scenario_record (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  scenario_id TEXT NOT NULL,
  step INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  change TEXT NOT NULL CHECK (json_valid(change)),
  FOREIGN KEY (scenario_id, step) REFERENCES scenario_step(scenario_id, step)
) STRICT;

-- Each entry carries the hash of the one before it, so that a removed or altered entry shows.
CREATE TABLE decision_log (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- One row per approved line, written in the same transaction as its decision.
CREATE TABLE outbox_line (
  id TEXT PRIMARY KEY,
  order_line TEXT NOT NULL CHECK (json_valid(order_line)),
  company_id TEXT NOT NULL,
  value REAL NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'acknowledged', 'reconciled', 'conflict', 'rejected', 'cancelled')),
  external_id TEXT NOT NULL UNIQUE,
  erp_model TEXT,
  erp_id INTEGER,
  document_name TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  error_message TEXT,
  approved_by TEXT NOT NULL,
  approved_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_line_state ON outbox_line(state);

-- Settings that belong to this store, among them the connection without its secret.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
`,
} as const;
