/** Labels of names that are used inside a network only (RFC 6762, RFC 8375, ICANN's `internal`, and habits before them). */
export const INSIDE_LABELS: ReadonlySet<string> = new Set([
  'local',
  'localhost',
  'localdomain',
  'internal',
  'intern',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
]);
