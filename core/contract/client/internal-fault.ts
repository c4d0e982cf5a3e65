/**
 * A bug on the other side of the contract. It tells nothing but the number under which the backend logged it,
 * so that no internals reach a screen.
 *
 * @example new InternalFault('3f0c…').message // 'An internal error occurred. It is recorded under 3f0c….'
 */
export class InternalFault extends Error {
  override readonly name = 'InternalFault';
  readonly correlationId: string;

  constructor(correlationId: string) {
    super(`An internal error occurred. It is recorded under ${correlationId}.`);
    this.correlationId = correlationId;
  }
}
