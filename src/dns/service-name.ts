import { type NameId, type NameTable, ROOT } from './name-table.ts';

/** What the labels of services begin with (RFC 8552). */
export const UNDERSCORE = 95;

/** Whether a label of a name, up to the end that is given, begins with an underscore: it names a service, or what is below one. */
export function isInService(names: NameTable, name: NameId, end: NameId = ROOT): boolean {
  for (let node = name; node > end; node = names.parent(node)) if (names.firstByte(node) === UNDERSCORE) return true;
  return false;
}
