import { OdooError } from './odoo-error.ts';

export type Operation = 'read' | 'write' | 'create' | 'unlink';

/** A login of the stand-in. */
export interface SandboxUser {
  readonly id: number;
  readonly login: string;
  readonly secret: string;
  readonly kind: 'admin' | 'purchase' | 'bot' | 'plain';
  /** ISO 8601 UTC; the key is refused from then on. */
  readonly expires: string | null;
}

/** The users every sandbox has: an administrator, a buyer, the synchronisation with an expiring key, one without rights (SBX-6). */
export function createSandboxUsers(now: Date): readonly SandboxUser[] {
  const expires = new Date(now.getTime() + 90 * 86_400_000).toISOString();
  return [
    { id: 2, login: 'admin', secret: 'admin', kind: 'admin', expires: null },
    { id: 6, login: 'buyer', secret: 'buyer', kind: 'purchase', expires: null },
    { id: 7, login: 'stockwright', secret: 'sandbox-key', kind: 'bot', expires },
    { id: 8, login: 'plain', secret: 'plain', kind: 'plain', expires: null },
  ];
}

const hiddenFromPlain = /^(stock\.(move|picking|warehouse\.orderpoint)|purchase\.|sale\.|mrp\.)/;
const writable: Readonly<Record<SandboxUser['kind'], RegExp>> = {
  admin: /^(?!ir\.model\.data$)/,
  purchase: /^(purchase\.order|purchase\.order\.line|stock\.picking|stock\.move)$/,
  bot: /^(purchase\.order|purchase\.order\.line|stock\.picking|stock\.move|mrp\.production|product\.supplierinfo)$/,
  plain: /^$/,
};

/** Whether a user may do something with a model's records. Does not throw. */
export function mayAccess(user: SandboxUser, model: string, operation: Operation): boolean {
  if (model === 'ir.model.data') return false;
  if (operation === 'read') return user.kind !== 'plain' || !hiddenFromPlain.test(model);
  return writable[user.kind].test(model);
}

/** Throws the server's AccessError where a user may not. */
export function requireAccess(user: SandboxUser, model: string, operation: Operation): void {
  if (mayAccess(user, model, operation)) return;
  throw new OdooError(
    'odoo.exceptions.AccessError',
    `You are not allowed to ${operation === 'read' ? 'access' : operation} '${model}' (${model}) records.\n\nContact your administrator to request access if necessary.`,
  );
}
