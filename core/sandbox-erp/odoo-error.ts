export type OdooErrorName =
  | 'odoo.exceptions.AccessError'
  | 'odoo.exceptions.AccessDenied'
  | 'odoo.exceptions.ValidationError'
  | 'odoo.exceptions.UserError'
  | 'odoo.exceptions.MissingError'
  | 'builtins.ValueError'
  | 'builtins.AttributeError'
  | 'builtins.KeyError'
  | 'psycopg2.OperationalError';

/** An error the stand-in answers with, as the real server does: HTTP status 200 and a name in `error.data` (SBX-2). */
export class OdooError extends Error {
  override readonly name: OdooErrorName;

  constructor(name: OdooErrorName, message: string) {
    super(message);
    this.name = name;
  }
}
