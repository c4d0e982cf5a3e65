import { AppError } from '#core/base/app-error.ts';

/** The part of the ERP's error that is looked at; its traceback never is. */
export interface ErpFault {
  readonly name: string;
  readonly message: string;
}

/**
 * What an error of the ERP means to a person (ERP-4). Does not throw.
 *
 * @example translateFault({ name: 'odoo.exceptions.AccessDenied', message: 'Access Denied' }).code === 'auth.rejected'
 */
export function translateFault({ name, message }: ErpFault): AppError {
  const data = { name, message };
  if (/could not serialize|SerializationFailure|deadlock/i.test(`${name} ${message}`)) {
    return new AppError('erp.conflict', 'Somebody else changed the same records in the ERP at that moment. Try again.', {
      data,
      retryable: true,
    });
  }
  switch (name) {
    case 'odoo.exceptions.AccessDenied':
      return new AppError('auth.rejected', 'The ERP refused the login. Check the user and the secret in the connection.', {
        data,
      });
    case 'odoo.exceptions.AccessError':
      return new AppError(
        'auth.forbidden',
        `The user of the connection lacks a right in the ERP: ${firstLine(message)} Ask its administrator.`,
        { data },
      );
    case 'psycopg2.OperationalError':
      return new AppError('erp.rejected', `The ERP has no such database (${firstLine(message)}). Check the connection.`, {
        data,
      });
    default:
      return new AppError('erp.rejected', `The ERP refused the call: ${firstLine(message)}`, { data });
  }
}

/** What a reply that is not the protocol's means: throttled, failing, or something else that answers. */
export function translateStatus(status: number): AppError {
  if (status === 429)
    return new AppError('erp.throttled', 'The ERP asks for fewer calls at the moment. Try again in a minute.', {
      retryable: true,
    });
  if (status >= 500) {
    return new AppError(
      'erp.unreachable',
      `The ERP answers with status ${status}: it is being restarted or in trouble. Try again later.`,
      { retryable: true, data: { status } },
    );
  }
  return new AppError(
    'erp.protocol',
    `The address answers with status ${status}, not as the ERP does. Check the address in the connection.`,
    { data: { status } },
  );
}

function firstLine(message: string): string {
  return message.trim().split('\n', 1)[0] ?? '';
}
