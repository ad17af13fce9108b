import { HYPHEN } from './name-meta.ts';
import { type NameId, type NameTable, ROOT } from './name-table.ts';

/** Whether a label of a name has letters beyond ASCII, or hyphens as its third and fourth characters, as those of IDNA have. */
export function isForeignName(names: NameTable, name: NameId): boolean {
  if (!names.hasHyphenated && !names.hasBeyondAscii) return false;
  for (let node = name; node > ROOT; node = names.parent(node)) if (isForeignLabel(names.label(node))) return true;
  return false;
}

/** The same of one label. */
export function isForeignLabel(label: Uint8Array): boolean {
  return (label[2] === HYPHEN && label[3] === HYPHEN) || label.some((octet) => octet > 127);
}
