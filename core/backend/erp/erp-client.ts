import { AppError } from '#core/base/app-error.ts';
import { createFields, readFields, requireAllowed, type CreateModel, type ReadModel } from './allowed-calls.ts';
import { createJsonRpcTransport } from './create-json-rpc-transport.ts';

export type ErpValues = Readonly<Record<string, unknown>> & { readonly id: number };

/** A logged-in ERP, with only the calls that are needed. Every call may reject with `erp.*` and `auth.*`. */
export interface ErpClient {
  /** Ids of all records, archived ones included. */
  ids(model: ReadModel, domain: readonly unknown[]): Promise<number[]>;
  /** A page by id: records after `after`, in order of id, at most `limit`. */
  page(model: ReadModel, domain: readonly unknown[], after: number, limit: number): Promise<ErpValues[]>;
  read(model: ReadModel, ids: readonly number[]): Promise<ErpValues[]>;
  canCreate(model: CreateModel): Promise<boolean>;
  /** The record an external id names, or undefined. */
  find(externalId: string): Promise<{ readonly model: string; readonly id: number } | undefined>;
  /** Makes a record unless its external id is known already; returns its id. Errors: also `erp.rejected`, `erp.conflict`. */
  createOnce(model: CreateModel, companyId: number, cells: Readonly<Record<string, string | number>>): Promise<number>;
}

export interface ErpAccess {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly secret: string;
}

export interface ErpTimeouts {
  readonly readMs: number;
  /** The server repeats conflicting transactions by itself: tens of seconds are legal. */
  readonly writeMs: number;
}

const usualTimeouts: ErpTimeouts = { readMs: 60_000, writeMs: 150_000 };

/**
 * Logs in to the ERP. `wasAccepted` tells that the same secret worked before, so that its refusal means that the key ran
 * out. Errors: `auth.rejected`, `auth.expired`, `erp.*`, `input.invalid`.
 */
export async function connectErp(
  { url, database, login, secret }: ErpAccess,
  {
    wasAccepted = false,
    signal,
    timeouts = usualTimeouts,
  }: { readonly wasAccepted?: boolean; readonly signal?: AbortSignal; readonly timeouts?: ErpTimeouts } = {},
): Promise<ErpClient> {
  const transport = createJsonRpcTransport(url);
  const common = { timeoutMs: timeouts.readMs, ...(signal && { signal }) };
  const user = await transport.call({
    ...common,
    service: 'common',
    method: 'authenticate',
    args: [database, login, secret, {}],
  });
  if (typeof user !== 'number') throw refused(wasAccepted);

  async function execute(
    model: string,
    method: string,
    args: readonly unknown[],
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    requireAllowed(model, method);
    const context = { lang: 'en_US', tz: 'UTC', active_test: false, ...(options['context'] as object | undefined) }; // given below
    const wire = [database, user, secret, model, method, args, { ...options, context }];
    const timeoutMs = method === 'load' ? timeouts.writeMs : timeouts.readMs;
    try {
      return await transport.call({ ...common, timeoutMs, service: 'object', method: 'execute_kw', args: wire });
    } catch (error) {
      // The login worked a moment ago: a key that is refused now has run out.
      if (error instanceof AppError && error.code === 'auth.rejected') throw refused(true);
      throw error;
    }
  }

  return {
    ids: async (model, domain) => (await execute(model, 'search', [domain], { order: 'id' })) as number[], // search answers a list of ids
    page: async (model, domain, after, limit) =>
      toRecords(
        await execute(
          model,
          'search_read',
          [
            [...domain, ['id', '>', after]],
            [...readFields[model], 'write_date'],
          ],
          { order: 'id', limit, load: '' },
        ),
      ),
    read: async (model, ids) =>
      toRecords(await execute(model, 'read', [ids, [...readFields[model], 'write_date']], { load: '' })),
    canCreate: async (model) => (await execute(model, 'check_access_rights', ['create', false])) === true,
    async find(externalId) {
      const [module, name] = externalId.split('.', 2);
      try {
        const found = await execute('ir.model.data', 'check_object_reference', [module, name]);
        return Array.isArray(found) ? { model: String(found[0]), id: Number(found[1]) } : undefined;
      } catch (error) {
        const isAbsent =
          error instanceof AppError && error.code === 'erp.rejected' && error.data['name'] === 'builtins.ValueError';
        if (isAbsent) return undefined;
        throw error;
      }
    },
    async createOnce(model, companyId, cells) {
      const columns = createFields[model].filter((column) => column in cells);
      const context = { allowed_company_ids: [companyId], mode: 'update', noupdate: true };
      const row = columns.map((column) => cells[column]);
      const reply = (await execute(model, 'load', [columns, [row]], { context })) as {
        ids: number[] | false;
        messages?: { message?: string }[];
      }; // load's documented reply
      const [id] = reply.ids === false ? [] : reply.ids;
      if (id !== undefined) return id;
      throw refusedLoad(reply.messages?.map(({ message = '' }) => message.trim()).join(' ') ?? '');
    },
  };
}

function refusedLoad(message: string): AppError {
  if (/could not serialize/.test(message)) {
    return new AppError('erp.conflict', 'Somebody else changed the same records in the ERP at that moment. Try again.', {
      retryable: true,
    });
  }
  return new AppError('erp.rejected', `The ERP refused the order: ${message}`, { data: { message } });
}

function refused(wasAccepted: boolean): AppError {
  return wasAccepted
    ? new AppError(
        'auth.expired',
        'The ERP no longer accepts the key of the connection: it has run out or was withdrawn. Enter a new one.',
      )
    : new AppError('auth.rejected', 'The ERP refused the login. Check the user and the secret in the connection.');
}

function toRecords(reply: unknown): ErpValues[] {
  if (Array.isArray(reply)) return reply as ErpValues[]; // a list of records, by the protocol
  throw new AppError('erp.protocol', 'The ERP answered a list with something else. Check what answers at the address.');
}
