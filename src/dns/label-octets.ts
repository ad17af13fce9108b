import type { NameId, NameTable } from './name-table.ts';

/** Whether the first label of a name is a text in lower case: asked of all names, so nothing is made of its octets. */
export function hasLabel(names: NameTable, name: NameId, label: string): boolean {
  for (let i = 0; i < label.length; i++) if (names.octetOf(name, i) !== label.charCodeAt(i)) return false;
  return names.octetOf(name, label.length) < 0;
}

/** Whether an octet stands in the first label of a name. */
export function holdsOctet(names: NameTable, name: NameId, octet: number): boolean {
  let i = 0;
  let found = names.octetOf(name, i);
  while (found >= 0 && found !== octet) found = names.octetOf(name, ++i);
  return found >= 0;
}
