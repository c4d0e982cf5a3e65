import { executeMethod } from './execute-method.ts';
import { OdooError } from './odoo-error.ts';
import type { RecordStore } from './record-store.ts';
import type { SandboxUser } from './sandbox-users.ts';

/** A call as it came over the wire. */
export interface Rpc {
  readonly id: unknown;
  readonly service: string;
  /** The model of an `execute_kw`, empty for the common service. */
  readonly model: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Reads a request; undefined where it is no JSON-RPC (SBX-1). */
export function readRpc(body: string): Rpc | undefined {
  try {
    const { id, params } = JSON.parse(body) as { id: unknown; params: { service: unknown; method: unknown; args: unknown[] } }; // checked below
    const args = params.args;
    if (!Array.isArray(args)) return undefined;
    const isObject = params.service === 'object';
    return {
      id,
      service: String(params.service),
      model: isObject ? String(args[3]) : '',
      method: String(isObject ? args[4] : params.method),
      args,
    };
  } catch {
    return undefined; // answered with status 400
  }
}

export interface RpcSurroundings {
  readonly rpc: Rpc;
  readonly store: RecordStore;
  readonly users: readonly SandboxUser[];
  readonly database: string;
  readonly now: Date;
  readonly at: string;
}

/** Answers one call; undefined where the method returns None. Throws OdooError. */
export function answerCall({ rpc, store, users, database, now, at }: RpcSurroundings): unknown {
  const [db, second, secret] = rpc.args;
  if (rpc.service === 'common') {
    if (rpc.method === 'version') {
      return {
        server_version: '18.0',
        server_version_info: [18, 0, 0, 'final', 0, ''],
        server_serie: '18.0',
        protocol_version: 1,
      };
    }
    requireDatabase(db);
    return users.find((user) => user.login === second && isGood(user, secret))?.id ?? false;
  }
  requireDatabase(db);
  const user = users.find((candidate) => candidate.id === second && isGood(candidate, secret));
  if (!user) throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied');
  const options = toObject(rpc.args[6]);
  const context = toObject(options['context']);
  const all = [...store.ids('res.company')];
  const asked = context['allowed_company_ids'];
  const companies = Array.isArray(asked) && asked.length > 0 ? asked.map(Number) : all;
  if (companies.some((id) => !all.includes(id))) {
    throw new OdooError('odoo.exceptions.AccessError', 'Access to unauthorized or invalid companies.');
  }
  const args = Array.isArray(rpc.args[5]) ? (rpc.args[5] as unknown[]) : []; // checked by Array.isArray
  return executeMethod({ store, user, model: rpc.model, args, options, context, companies, at }, rpc.method);

  function requireDatabase(name: unknown): void {
    if (name !== database) throw new OdooError('psycopg2.OperationalError', `FATAL:  database "${String(name)}" does not exist`);
  }
  function isGood(candidate: SandboxUser, given: unknown): boolean {
    return candidate.secret === given && (candidate.expires === null || now.toISOString() < candidate.expires);
  }
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
