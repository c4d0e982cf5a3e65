/** The command line was used wrongly: an unknown option, a missing one, two that exclude each other. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
