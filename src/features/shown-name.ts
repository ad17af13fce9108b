import type { NameId, NameTable } from '../dns/name-table.ts';

/**
 * A name as people are shown it, absolute with its final dot. Names of a file whose zone nobody knows stand under a label
 * that no zone can have (see `mountOf` in mounts.ts): of those what is written in the file, `@` for the zone itself.
 */
export function shownName(names: NameTable, name: NameId): string {
  const text = names.text(name);
  const unknown = UNKNOWN_ZONE.exec(text);
  if (!unknown) return text;
  return unknown.index === 0 ? '@' : text.slice(0, unknown.index);
}

/** Whether the text of an absolute name lies under the unknown zone of a file. */
export function isInUnknownZone(text: string): boolean {
  return UNKNOWN_ZONE.test(text);
}

const UNKNOWN_ZONE = /(?:^|\.)\\000(?:[^.\\]|\\.)*\.$/;
