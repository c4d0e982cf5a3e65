/** What a page may ever be granted. Copying rows to the clipboard is part of the job; nothing else is. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/**
 * Tells whether the page may use what it asks for. Everything that is not on the list is refused, also what does not
 * exist yet. Does not throw.
 *
 * @example isPermissionGranted('geolocation') // false
 */
export function isPermissionGranted(permission: string): boolean {
  return grantedPermissions.has(permission);
}
